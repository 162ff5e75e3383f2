//! Grades of sources and citations, in the case's scheme.

use super::super::codes;
use super::super::draft::Text;
use super::super::located::path::Path;
use super::Conversion;
use crate::model::case::Grading;

/// What is graded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Graded {
    /// How far a source is to be relied on.
    Source,
    /// How far one item of it is to be believed.
    Item,
}

/// The grades that a scheme has.
fn grades(scheme: Grading, graded: Graded) -> &'static [&'static str] {
    match (scheme, graded) {
        (Grading::Admiralty, Graded::Source) => &["A", "B", "C", "D", "E", "F"],
        (Grading::Admiralty, Graded::Item) => &["1", "2", "3", "4", "5", "6"],
        (Grading::Europol4x4, Graded::Source) => &["A", "B", "C", "X"],
        (Grading::Europol4x4, Graded::Item) => &["1", "2", "3", "4"],
        (Grading::Uk3x5x2, Graded::Source) => &["1", "2", "3"],
        (Grading::Uk3x5x2, Graded::Item) => &["A", "B", "C", "D", "E"],
        (Grading::Ungraded, _) => &[],
    }
}

impl Conversion<'_, '_> {
    /// Takes a grade as written and notes one that the scheme does not have.
    pub(super) fn grade(
        &mut self,
        grade: Option<Text<'_>>,
        graded: Graded,
        name: &'static str,
        path: &Path<'_>,
    ) -> Option<String> {
        let grade = grade?;
        let known = grades(self.grading, graded);
        if !known.contains(&grade.as_str()) {
            let args = vec![("grade", grade.as_str().to_owned()), ("grades", known.join(", "))];
            self.note(codes::UNKNOWN_GRADE, &path.field(name), args);
        }
        Some(grade.into())
    }
}
