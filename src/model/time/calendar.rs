//! What turns written dates into bounds: a time zone and how far "about" reaches.

use jiff::tz::{TimeZone, TimeZoneDatabase};

/// How far `~` and `%` reach for one date, instead of the case's tolerance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// So many days either side.
    Days(u32),
    /// So many calendar months either side.
    Months(u32),
    /// So many calendar years either side.
    Years(u32),
}

/// How far `~` and `%` reach, by the precision of the date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tolerances {
    /// Days around a day.
    pub day: u16,
    /// Months around a month.
    pub month: u16,
    /// Seasons around a season.
    pub season: u16,
    /// Years around a year.
    pub year: u16,
    /// Years around a decade.
    pub decade: u16,
    /// Years around a century; a longer stretch takes in proportion, so a millennium ten times as many.
    pub century: u16,
}

impl Default for Tolerances {
    fn default() -> Self {
        Self { day: 7, month: 1, season: 1, year: 1, decade: 5, century: 25 }
    }
}

/// What turns written dates into bounds: the case's time zone and tolerances.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// Zone whose calendar days are meant by dates without a time.
    pub zone: TimeZone,
    /// How far "about" reaches.
    pub tolerances: Tolerances,
}

impl Calendar {
    /// A calendar of the zone with that IANA name, with the usual tolerances. `None` where no zone has the name.
    pub fn named(zone: &str) -> Option<Self> {
        Some(Self { zone: zone_named(zone)?, tolerances: Tolerances::default() })
    }
}

/// The zone with that IANA name, upper and lower case alike, by the rules that come with the program: a case means the
/// same on every machine, whatever its own zone data say.
pub fn zone_named(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok().filter(|zone| !zone.is_unknown())
}
