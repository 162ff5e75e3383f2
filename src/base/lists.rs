//! Many short lists in two long ones: what belongs to each of so many things, without an allocation for each.

/// Lists of positions, one for each of so many things.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lists {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    /// Lists for `count` things, filled by `each`, which is called twice and must tell the same pairs (thing, item) in
    /// the same order both times. Each list keeps that order.
    pub fn new(count: usize, each: impl Fn(&mut dyn FnMut(u32, u32))) -> Self {
        let mut starts = vec![0_u32; count + 1];
        each(&mut |thing, _| starts[thing as usize + 1] += 1);
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut items = vec![0; starts[count] as usize];
        each(&mut |thing, item| {
            let at = &mut next[thing as usize];
            items[*at as usize] = item;
            *at += 1;
        });
        Self { starts, items }
    }

    /// The list of one thing.
    pub fn of(&self, thing: usize) -> &[u32] {
        &self.items[self.starts[thing] as usize..self.starts[thing + 1] as usize]
    }

    /// For how many things there are lists.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All items of all lists together.
    pub fn total(&self) -> usize {
        self.items.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_thing_has_its_items_in_order() {
        let pairs = [(2, 7), (0, 1), (2, 3), (0, 9)];
        let lists = Lists::new(3, |put| pairs.iter().for_each(|(thing, item)| put(*thing, *item)));
        assert_eq!((lists.of(0), lists.of(1), lists.of(2)), (&[1, 9][..], &[][..], &[7, 3][..]));
        assert_eq!((lists.len(), lists.total()), (3, 4));
    }
}
