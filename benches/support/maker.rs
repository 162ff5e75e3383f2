//! Makes cases of the shape that seized messages give: communities, a few people who know everyone and many who know
//! few, sources that are cited again and again, and every way in which dates are written.

use std::collections::HashSet;

use rodedraad::model::Id;
use rodedraad::model::case::{Grading, Head, Parts};
use rodedraad::model::claim::{Claim, Exactness, Nature, Quantity, Value};
use rodedraad::model::entity::Entity;
use rodedraad::model::event::{Event, Participant};
use rodedraad::model::kind::BuiltInKind;
use rodedraad::model::link::{Direction, Link, Strength};
use rodedraad::model::source::{Cite, Source};
use rodedraad::model::time::{Calendar, Tolerances, When};
use rodedraad::model::view::ViewState;

use super::Size;
use super::dice::Dice;

/// The parts of a case in which there is nothing to find: all is dated and sourced, and no claims differ.
pub fn parts(size: Size) -> Parts {
    let calendar = Calendar::named(ZONE).expect("the zone is bundled");
    let mut maker = Maker { dice: Dice(7), calendar, sources: Vec::new() };
    let sources: Vec<Source> = (0..(size.entities / 4).max(4)).map(|number| maker.source(number)).collect();
    let mut entities: Vec<Entity> = (0..size.entities).map(|number| maker.entity(number)).collect();
    let crowd = Crowd::new(size.entities, &mut maker.dice);
    let events: Vec<Event> = (0..size.events).map(|number| maker.event(number, &crowd, &entities)).collect();
    let links: Vec<Link> = (0..size.links).map(|number| maker.link(number, &crowd, &entities)).collect();
    // Who is tied to nothing has at least a date of their own: else there would be something to find.
    let tied: HashSet<Id> = (events.iter().flat_map(|event| &event.participants))
        .map(|participant| participant.entity.clone())
        .chain(links.iter().flat_map(|link| [link.from.clone(), link.to.clone()]))
        .collect();
    for entity in entities.iter_mut().filter(|entity| entity.existed.is_none() && !tied.contains(&entity.id)) {
        entity.existed = Some(maker.day());
    }
    Parts {
        head: head(size),
        sources,
        entities,
        events,
        links,
        stories: Vec::new(),
        view: ViewState::default(),
        asides: Vec::new(),
    }
}

const ZONE: &str = "Europe/Amsterdam";

fn head(size: Size) -> Head {
    Head {
        format: rodedraad::file::VERSION,
        title: format!("Made-up case of size {}", size.name),
        summary: Some("Nobody and nothing in it exists.".to_owned()),
        language: Some("en".to_owned()),
        time_zone: ZONE.to_owned(),
        grading: Grading::Admiralty,
        example: true,
        tolerances: Tolerances::default(),
        kinds: Vec::new(),
        extra: Vec::new(),
    }
}

const FIRST_NAMES: [&str; 16] = [
    "Zoë", "André", "Noor", "Jürgen", "Søren", "Inês", "Łukasz", "Ömer", "Ana", "Björn", "Chloé", "Daan", "Élise",
    "Fatma", "Mikel", "Nuño",
];
const LAST_NAMES: [&str; 16] = [
    "de Vries",
    "Müller",
    "García",
    "van den Berg",
    "Øster",
    "Kowalska",
    "Çelik",
    "O’Neill",
    "Lefèvre",
    "Novák",
    "Jansen",
    "Peeters",
    "Šimić",
    "Rossi",
    "Håkansson",
    "Costa",
];
const NAMED_AFTER: [&str; 8] = ["Café", "Import", "Loods", "Haven", "Sloep", "Molen", "Kwekerij", "Werf"];
const RELATIONS: [&str; 8] =
    ["messages", "pays", "works for", "owns", "meets", "supplies", "is related to", "travels with"];
const ROLES: [&str; 6] = ["part of", "sender", "receiver", "driver", "witness", "suspect"];
const EVENT_KINDS: [&str; 5] = ["message", "meeting", "payment", "transport", "arrest"];
const SOURCE_KINDS: [&str; 5] = ["intercept", "report", "interview", "register", "news item"];
const NOTES: [&str; 4] = [
    "Read from the back-up of the telephone; the clock ran an hour behind.",
    "He calls it \"the house by the water\", which may be either of two addresses.",
    "Seen by two of the team; see also https://intranet.example/notes/17.",
    "Betreft vermoedelijk dezelfde persoon, maar de bijnaam is veelgebruikt.",
];

/// How a unit is counted, and what is counted in it.
const QUANTITIES: [(&str, &str); 5] =
    [("messages", "messages"), ("paid", "EUR"), ("weight", "kg"), ("price", "EUR/kg"), ("telephones", "devices")];

struct Maker {
    dice: Dice,
    calendar: Calendar,
    sources: Vec<Id>,
}

impl Maker {
    fn source(&mut self, number: usize) -> Source {
        let id = Id::from(format!("source-{number}"));
        let repeats = (number > 0 && self.dice.one_in(12)).then(|| self.sources[self.dice.below(number)].clone());
        self.sources.push(id.clone());
        let kind = self.dice.pick(&SOURCE_KINDS);
        Source {
            title: format!("{kind} {number}: “{}”", self.dice.pick(&LAST_NAMES)),
            kind: kind.to_owned(),
            publisher: self.dice.percent(60).then(|| "Politie".to_owned()),
            published: Some(self.day()),
            language: Some(self.dice.pick(&["nl", "en", "fr"]).to_owned()),
            address: self.dice.percent(70).then(|| format!("https://archive.example/{kind}/{number}?page=1#top")),
            reliability: Some(self.dice.pick(&["A", "B", "C", "D"]).to_owned()),
            repeats,
            covers: Vec::new(),
            attachment: None,
            handling: None,
            use_limits: Vec::new(),
            note: self.note(20),
            extra: Vec::new(),
            id,
        }
    }

    fn entity(&mut self, number: usize) -> Entity {
        let kind = BuiltInKind::ALL[if self.dice.percent(70) { 7 } else { self.dice.below(11) }];
        let name = if kind == BuiltInKind::Person {
            format!("{} {} {number}", self.dice.pick(&FIRST_NAMES), self.dice.pick(&LAST_NAMES))
        } else {
            format!("{} {} {number}", self.dice.pick(&NAMED_AFTER), self.dice.pick(&LAST_NAMES))
        };
        // Slugs as a user writes them; some keep their accents.
        let slug = if self.dice.one_in(100) { "café" } else { kind.word() };
        Entity {
            id: Id::from(format!("{slug}-{number}")),
            kind: kind.word().to_owned(),
            aliases: if self.dice.percent(25) {
                vec![format!("‘{}’ {number}", self.dice.pick(&FIRST_NAMES))]
            } else {
                Vec::new()
            },
            existed: self.dice.percent(60).then(|| self.when()),
            code: None,
            merged: Vec::new(),
            tags: self.tags(),
            note: self.note(25),
            claims: self.claims(35),
            cites: self.cites(),
            extra: Vec::new(),
            name,
        }
    }

    fn event(&mut self, number: usize, crowd: &Crowd, entities: &[Entity]) -> Event {
        let kind = self.dice.pick(&EVENT_KINDS);
        let mut people = vec![crowd.anyone(&mut self.dice)];
        for _ in 0..=self.dice.below(3) {
            let other = crowd.acquaintance(people[0], &mut self.dice);
            if !people.contains(&other) {
                people.push(other);
            }
        }
        Event {
            id: Id::from(format!("{kind}-{number}")),
            title: format!("{kind} {number} of {}", self.dice.pick(&LAST_NAMES)),
            kind: Some(kind.to_owned()),
            when: Some(self.when()),
            nature: if self.dice.percent(5) { Nature::Judgement } else { Nature::Fact },
            place: self.dice.percent(30).then(|| entities[self.dice.below(entities.len())].id.clone()),
            participants: people.iter().map(|person| self.participant(&entities[*person].id)).collect(),
            order: Vec::new(),
            tags: self.tags(),
            note: self.note(15),
            claims: self.claims(25),
            cites: self.cites(),
            extra: Vec::new(),
        }
    }

    fn participant(&mut self, entity: &Id) -> Participant {
        Participant {
            entity: entity.clone(),
            role: self.dice.pick(&ROLES).to_owned(),
            note: None,
            claims: Vec::new(),
            cites: if self.dice.percent(20) { self.cites() } else { Vec::new() },
            extra: Vec::new(),
        }
    }

    fn link(&mut self, number: usize, crowd: &Crowd, entities: &[Entity]) -> Link {
        let from = crowd.anyone(&mut self.dice);
        let to = crowd.acquaintance(from, &mut self.dice);
        Link {
            id: Id::from(format!("link-{number}")),
            from: entities[from].id.clone(),
            to: entities[to].id.clone(),
            relation: self.dice.pick(&RELATIONS).to_owned(),
            direction: if self.dice.percent(20) { Direction::Both } else { Direction::Forward },
            when: Some(self.when()),
            strength: match self.dice.below(10) {
                0 => Strength::Unconfirmed,
                1 | 2 => Strength::Tentative,
                _ => Strength::Confirmed,
            },
            implied: self.dice.percent(5),
            nature: Nature::Fact,
            tags: self.tags(),
            note: self.note(10),
            claims: self.claims(20),
            cites: self.cites(),
            extra: Vec::new(),
        }
    }

    fn cites(&mut self) -> Vec<Cite> {
        let count = if self.dice.percent(20) { 2 } else { 1 };
        (0..count).map(|_| self.cite()).collect()
    }

    fn cite(&mut self) -> Cite {
        let at = format!("¶{}.s{}", 1 + self.dice.below(40), 1 + self.dice.below(9));
        Cite {
            source: self.sources[self.dice.below(self.sources.len())].clone(),
            at: Some(at),
            quote: self.dice.percent(10).then(|| "“morgen om tien uur bij de loods”".to_owned()),
            credibility: Some(self.dice.pick(&["1", "2", "3", "4"]).to_owned()),
            learned: self.dice.percent(30).then(|| self.day()),
            note: None,
            extra: Vec::new(),
        }
    }

    /// Claims on different attributes, so that none is contested.
    fn claims(&mut self, percent: usize) -> Vec<Claim> {
        if !self.dice.percent(percent) {
            return Vec::new();
        }
        let first = self.dice.below(QUANTITIES.len());
        let count = 1 + self.dice.below(3);
        (0..count).map(|at| self.claim(QUANTITIES[(first + at) % QUANTITIES.len()])).collect()
    }

    fn claim(&mut self, (of, unit): (&str, &str)) -> Claim {
        let value = match self.dice.below(10) {
            0 => Value::Text("more than was agreed".to_owned()),
            1 => Value::Date(self.day()),
            _ => Value::Quantity(self.quantity(unit)),
        };
        Claim {
            of: of.to_owned(),
            value,
            as_of: self.dice.percent(60).then(|| self.day()),
            nature: Nature::Fact,
            note: None,
            cites: vec![self.cite()],
            extra: Vec::new(),
        }
    }

    fn quantity(&mut self, unit: &str) -> Quantity {
        let low = (1 + self.dice.below(900)) as f64 * 10.0;
        let (stated, high, exactness) = match self.dice.below(4) {
            0 => (format!("about {low}"), Some(low * 1.25), Exactness::Rounded),
            1 => (format!("at least {low}"), None, Exactness::AtLeast),
            2 => ("some thousands".to_owned(), Some(low * 10.0), Exactness::OrderOfMagnitude),
            _ => (format!("{low}"), Some(low), Exactness::Exact),
        };
        Quantity { stated, low: Some(low), high, unit: unit.to_owned(), exactness, extra: Vec::new() }
    }

    fn note(&mut self, percent: usize) -> Option<String> {
        self.dice.percent(percent).then(|| self.dice.pick(&NOTES).to_owned())
    }

    fn tags(&mut self) -> Vec<String> {
        if self.dice.percent(15) { vec![self.dice.pick(&["key", "to check", "unit 3"]).to_owned()] } else { Vec::new() }
    }

    fn day_text(&mut self) -> String {
        let (year, month, day) = (2016 + self.dice.below(7), 1 + self.dice.below(12), 1 + self.dice.below(28));
        format!("{year}-{month:02}-{day:02}")
    }

    fn day(&mut self) -> When {
        let text = self.day_text();
        self.read(&text)
    }

    /// A date in one of the ways in which dates are written, common ones more often.
    fn when(&mut self) -> When {
        let day = self.day_text();
        let (month, year) = (&day[..7], &day[..4]);
        let text = match self.dice.below(100) {
            0..40 => day,
            40..50 => month.to_owned(),
            50..54 => year.to_owned(),
            54..60 => format!("{day}~"),
            60..63 => format!("{month}~"),
            63..65 => format!("{year}?"),
            65..67 => format!("{month}%"),
            67..77 => format!("{day}/{}-12-31", &day[..4]),
            77..81 => format!("{month}/.."),
            81..83 => format!("/{day}"),
            83..84 => format!("{}X", &day[..3]),
            84..85 => format!("{year}-2{}", 1 + self.dice.below(4)),
            85..86 => format!("{{{day},{year}-12-30}}"),
            86..87 => format!("[{month},{year}-12]"),
            // Not at night, when an hour of one day in March does not exist.
            _ => format!("{day}T{:02}:{:02}[{ZONE}]", 4 + self.dice.below(20), self.dice.below(60)),
        };
        self.read(&text)
    }

    fn read(&self, text: &str) -> When {
        When::parse(text, &self.calendar, None).unwrap_or_else(|error| panic!("{text}: {error:?}"))
    }
}

/// Who is with whom: communities of very different sizes, in which some are far more active than others.
struct Crowd {
    /// Activity of everybody up to and including each, so that a share of the last picks by activity.
    sums: Vec<f64>,
    /// First and last of the community of each.
    community: Vec<(usize, usize)>,
}

impl Crowd {
    fn new(count: usize, dice: &mut Dice) -> Self {
        let mut community = Vec::with_capacity(count);
        while community.len() < count {
            let start = community.len();
            // Pareto's distribution by division alone, and below by a square root: the same bits on every machine.
            let wanted = (8.0 / (1.0 - dice.share())) as usize;
            let end = (start + wanted.clamp(8, (count / 20).max(8))).min(count);
            community.resize(end, (start, end - 1));
        }
        let mut sum = 0.0;
        let sums = (0..count)
            .map(|_| {
                sum += 1.0 / (1.0 - dice.share()).sqrt() - 0.7;
                sum
            })
            .collect();
        Self { sums, community }
    }

    fn anyone(&self, dice: &mut Dice) -> usize {
        self.between(0, self.sums.len() - 1, dice)
    }

    /// Mostly somebody of the same community, never the person themself.
    fn acquaintance(&self, of: usize, dice: &mut Dice) -> usize {
        let (first, last) = if dice.percent(85) { self.community[of] } else { (0, self.sums.len() - 1) };
        let found = self.between(first, last, dice);
        if found == of { (of + 1) % self.sums.len() } else { found }
    }

    fn between(&self, first: usize, last: usize, dice: &mut Dice) -> usize {
        let before = if first == 0 { 0.0 } else { self.sums[first - 1] };
        let aim = before + dice.share() * (self.sums[last] - before);
        self.sums.partition_point(|sum| *sum <= aim).clamp(first, last)
    }
}
