//! A picture as SVG: each label one `<text>`, colours resolved, no script, no link, no time. The same scene and
//! theme give the same bytes.

use std::fmt::Write as _;

use emath::{Pos2, Rect};

use super::base64::base64;
use super::png::encoded;
use crate::layout::font;
use crate::layout::measure::{TextStyle, Weight};
use crate::scene::item::Bar;
use crate::scene::text::{BASELINE, PLATE_RADIUS, plate_rect, text_rect};
use crate::scene::{Anchor, Ink, Item, Role, Scene, Stroke, Style, Theme, hatch};

/// How an SVG is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SvgOptions {
    /// What the picture is called.
    pub title: String,
    /// What it shows, for those who cannot see it, and what it leaves out.
    pub description: String,
    /// Ground; none leaves it transparent.
    pub background: Option<Role>,
    /// Whether the typefaces go into the file (0.3 MB each), so that it looks the same without Plex installed.
    pub embed_fonts: bool,
    /// Stands before each id, so that several pictures can share a page. Letters and digits; others are dropped.
    pub prefix: String,
}

impl Default for SvgOptions {
    fn default() -> Self {
        Self {
            title: String::new(),
            description: String::new(),
            background: Some(Role::Canvas),
            embed_fonts: false,
            prefix: String::new(),
        }
    }
}

const SANS: &str = "'IBM Plex Sans','Helvetica Neue',Arial,sans-serif";
const MONO: &str = "'IBM Plex Mono',Menlo,Consolas,monospace";

/// Draws a scene as SVG.
pub fn svg(scene: &Scene, theme: &Theme, options: &SvgOptions) -> String {
    let prefix = options.prefix.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut writer = Writer { theme, prefix, body: String::new(), definitions: Vec::new(), weights: [false; 4] };
    let (width, height) = (number(scene.size.x), number(scene.size.y));
    if let Some(role) = options.background {
        let fill = writer.paint("fill", role.into());
        writer.push(format_args!("<rect width=\"{width}\" height=\"{height}\"{fill}/>"));
    }
    writer.items(&scene.items);

    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" font-family=\"{SANS}\" xml:space=\"preserve\" style=\"font-kerning:none\">\n"
    );
    let mut line = |name: &str, text: &str| {
        if !text.is_empty() {
            let _ = writeln!(out, "<{name}>{}</{name}>", escape(text));
        }
    };
    line("title", &options.title);
    line("desc", &options.description);
    if options.embed_fonts {
        out.push_str(&font_faces(writer.weights));
    }
    if !writer.definitions.is_empty() {
        out.push_str("<defs>\n");
        for (at, definition) in writer.definitions.iter().enumerate() {
            let _ = writeln!(out, "{}", definition.text(&writer.id(at)));
        }
        out.push_str("</defs>\n");
    }
    out.push_str(&writer.body);
    out.push_str("</svg>\n");
    out
}

/// Text as XML content or attribute: marks escaped, characters that XML forbids replaced.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            letter if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => out.push('\u{FFFD}'),
            letter => out.push(letter),
        }
    }
    out
}

/// Something in `<defs>`, named by its place in the list.
#[derive(Clone, Debug, PartialEq)]
enum Definition {
    /// Runs from left to right over the shape that uses it, or from one x to another.
    Run { from: [u8; 4], to: [u8; 4], over: Option<(String, String)> },
    /// Hatching.
    Hatch([u8; 4]),
    /// A rectangle to show things in.
    Clip(String),
}

impl Definition {
    fn text(&self, id: &str) -> String {
        match self {
            Self::Run { from, to, over } => {
                let place = match over {
                    Some((left, right)) => {
                        format!(" gradientUnits=\"userSpaceOnUse\" x1=\"{left}\" y1=\"0\" x2=\"{right}\" y2=\"0\"")
                    }
                    None => String::new(),
                };
                let stop = |at: u8, colour: [u8; 4]| {
                    format!("<stop offset=\"{at}\"{}/>", colour_attributes("stop-color", "stop-opacity", colour))
                };
                let (first, last) = (stop(0, *from), stop(1, *to));
                format!("<linearGradient id=\"{id}\"{place}>{first}{last}</linearGradient>")
            }
            Self::Hatch(colour) => {
                let (pitch, middle) = (number(hatch::PITCH), number(hatch::PITCH / 2.0));
                let stroke = colour_attributes("stroke", "stroke-opacity", *colour);
                format!(
                    "<pattern id=\"{id}\" width=\"{pitch}\" height=\"{pitch}\" patternUnits=\"userSpaceOnUse\" \
                     patternTransform=\"rotate(45)\"><path d=\"M{middle} 0V{pitch}\"{stroke} stroke-width=\"{}\"/></pattern>",
                    number(hatch::WIDTH)
                )
            }
            Self::Clip(rect) => format!("<clipPath id=\"{id}\"><rect {rect}/></clipPath>"),
        }
    }
}

struct Writer<'a> {
    theme: &'a Theme,
    prefix: String,
    body: String,
    definitions: Vec<Definition>,
    /// Which weights occur.
    weights: [bool; 4],
}

impl Writer<'_> {
    fn push(&mut self, element: std::fmt::Arguments<'_>) {
        let _ = writeln!(self.body, "{element}");
    }

    fn id(&self, at: usize) -> String {
        format!("{}d{at}", self.prefix)
    }

    /// The id of a definition; equal ones are shared.
    fn define(&mut self, definition: Definition) -> String {
        let known = self.definitions.iter().position(|other| *other == definition);
        let at = known.unwrap_or_else(|| {
            self.definitions.push(definition);
            self.definitions.len() - 1
        });
        self.id(at)
    }

    fn paint(&self, attribute: &str, ink: Ink) -> String {
        colour_attributes(attribute, &format!("{attribute}-opacity"), self.theme.resolve(ink))
    }

    fn fill(&self, fill: Option<Ink>) -> String {
        fill.map_or_else(|| " fill=\"none\"".to_owned(), |ink| self.paint("fill", ink))
    }

    fn stroke(&self, stroke: Option<Stroke>) -> String {
        let Some(stroke) = stroke.filter(|stroke| stroke.width > 0.0) else { return String::new() };
        let mut out = self.paint("stroke", stroke.ink);
        let width = if stroke.style == Style::Dotted { 1.5 * stroke.width } else { stroke.width };
        let _ = write!(out, " stroke-width=\"{}\"", number(width));
        match stroke.style {
            Style::Solid => {}
            Style::Dashed(on, off) => {
                let _ = write!(out, " stroke-dasharray=\"{} {}\"", number(on), number(off));
            }
            Style::Dotted => {
                let _ = write!(out, " stroke-dasharray=\"0 {}\"", number(3.2 * stroke.width));
            }
        }
        if stroke.round || stroke.style == Style::Dotted {
            out.push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        }
        out
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            self.item(item);
        }
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Polygon { points, fill, stroke } => {
                let (fill, stroke) = (self.fill(*fill), self.stroke(*stroke));
                self.push(format_args!("<polygon points=\"{}\"{fill}{stroke}/>", list(points)));
            }
            Item::Rect { rect, radius, fill, stroke } => {
                let (fill, stroke) = (self.fill(*fill), self.stroke(*stroke));
                let round = if *radius > 0.0 { format!(" rx=\"{}\"", number(*radius)) } else { String::new() };
                self.push(format_args!("<rect {}{round}{fill}{stroke}/>", area(*rect)));
            }
            Item::Circle { centre, radius, fill, stroke } => {
                let (fill, stroke) = (self.fill(*fill), self.stroke(*stroke));
                let (x, y, r) = (number(centre.x), number(centre.y), number(*radius));
                self.push(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"{fill}{stroke}/>"));
            }
            Item::Line { points, stroke } => {
                let closed = points.len() > 2 && points.first() == points.last();
                let (name, points) =
                    if closed { ("polygon", &points[..points.len() - 1]) } else { ("polyline", &points[..]) };
                let stroke = self.stroke(Some(*stroke));
                self.push(format_args!("<{name} points=\"{}\" fill=\"none\"{stroke}/>", list(points)));
            }
            Item::Fade { rect, left, right } => {
                let (from, to) = (self.theme.resolve(*left), self.theme.resolve(*right));
                let id = self.define(Definition::Run { from, to, over: None });
                self.push(format_args!("<rect {} fill=\"url(#{id})\"/>", area(*rect)));
            }
            Item::Bars { bars, ink } => {
                let fill = self.paint("fill", *ink);
                let bar = |bar: &Bar| {
                    let (x, y) = (number(bar.left), number(bar.top));
                    let (width, height) = (number(bar.right - bar.left), number(bar.bottom - bar.top));
                    format!("M{x} {y}h{width}v{height}h-{width}z")
                };
                let path: String = bars.iter().map(bar).collect();
                self.push(format_args!("<path d=\"{path}\"{fill}/>"));
            }
            Item::Hatch { points, left, right } => self.hatch(points, *left, *right),
            Item::Text { at, anchor, text, style, ink, plate } => {
                if let Some(plate) = plate {
                    let rect = plate_rect(text_rect(*at, *anchor, text, *style));
                    let fill = self.paint("fill", *plate);
                    self.push(format_args!("<rect {} rx=\"{}\"{fill}/>", area(rect), number(PLATE_RADIUS)));
                }
                self.text(*at, *anchor, text, *style, *ink);
            }
            Item::Pixels { rect, pixels, strength } => {
                let data = base64(&encoded(pixels));
                let opacity =
                    if *strength < 1.0 { format!(" opacity=\"{}\"", number(*strength)) } else { String::new() };
                let place = area(*rect);
                self.push(format_args!(
                    "<image {place} preserveAspectRatio=\"none\"{opacity} href=\"data:image/png;base64,{data}\"/>"
                ));
            }
            Item::Clip { rect, items } => {
                let id = self.define(Definition::Clip(area(*rect)));
                self.push(format_args!("<g clip-path=\"url(#{id})\">"));
                self.items(items);
                self.push(format_args!("</g>"));
            }
        }
    }

    fn hatch(&mut self, points: &[Pos2], left: Ink, right: Ink) {
        let (from, to) = (self.theme.resolve(left), self.theme.resolve(right));
        if from == to {
            let id = self.define(Definition::Hatch(from));
            self.push(format_args!("<polygon points=\"{}\" fill=\"url(#{id})\"/>", list(points)));
            return;
        }
        // A pattern has one colour; stripes that run out are drawn one by one under a common gradient.
        let bounds = Rect::from_points(points);
        let over = Some((number(bounds.left()), number(bounds.right())));
        let id = self.define(Definition::Run { from, to, over });
        let mut path = String::new();
        for stripe in hatch::stripes(points) {
            for (at, corner) in stripe.iter().enumerate() {
                let _ = write!(path, "{}{} {}", if at == 0 { 'M' } else { 'L' }, number(corner.x), number(corner.y));
            }
            path.push('Z');
        }
        self.push(format_args!("<path d=\"{path}\" fill=\"url(#{id})\"/>"));
    }

    fn text(&mut self, at: Pos2, anchor: Anchor, text: &str, style: TextStyle, ink: Ink) {
        self.weights[style.weight as usize] = true;
        let anchor = match anchor {
            Anchor::Left => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::Right => " text-anchor=\"end\"",
        };
        let face = match style.weight {
            Weight::Regular => String::new(),
            Weight::Medium => " font-weight=\"500\"".to_owned(),
            Weight::SemiBold => " font-weight=\"600\"".to_owned(),
            Weight::Mono => format!(" font-family=\"{MONO}\""),
        };
        let (x, y) = (number(at.x), number(at.y + BASELINE * style.size));
        let (size, fill) = (number(style.size), self.paint("fill", ink));
        let text = escape(text);
        self.push(format_args!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{face}{anchor}{fill}>{text}</text>"));
    }
}

fn font_faces(weights: [bool; 4]) -> String {
    let mut out = String::from("<style>\n");
    for (weight, family, value) in [
        (Weight::Regular, "IBM Plex Sans", 400),
        (Weight::Medium, "IBM Plex Sans", 500),
        (Weight::SemiBold, "IBM Plex Sans", 600),
        (Weight::Mono, "IBM Plex Mono", 400),
    ] {
        if weights[weight as usize] {
            let data = base64(font::bytes(weight));
            let _ = writeln!(
                out,
                "@font-face{{font-family:'{family}';font-weight:{value};src:url(data:font/ttf;base64,{data})}}"
            );
        }
    }
    out.push_str("</style>\n");
    out
}

fn colour_attributes(colour: &str, opacity: &str, [red, green, blue, alpha]: [u8; 4]) -> String {
    let mut out = format!(" {colour}=\"#{red:02X}{green:02X}{blue:02X}\"");
    if alpha != 255 {
        let _ = write!(out, " {opacity}=\"{}\"", number(f32::from(alpha) / 255.0));
    }
    out
}

fn area(rect: Rect) -> String {
    let (x, y) = (number(rect.left()), number(rect.top()));
    // A negative size would be an error in the file.
    let (width, height) = (number(rect.width().max(0.0)), number(rect.height().max(0.0)));
    format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
}

fn list(points: &[Pos2]) -> String {
    let mut out = String::with_capacity(points.len() * 12);
    for (at, corner) in points.iter().enumerate() {
        let gap = if at == 0 { "" } else { " " };
        let _ = write!(out, "{gap}{},{}", number(corner.x), number(corner.y));
    }
    out
}

/// At most two decimals, no trailing zeros; what is no number becomes 0.
fn number(value: f32) -> String {
    let value = if value.is_finite() { value } else { 0.0 };
    let mut text = format!("{value:.2}");
    text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    if text == "-0" { "0".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use emath::{pos2, vec2};

    use super::*;
    use crate::scene::text::{BODY, MONO};
    use crate::scene::{KindLook, NodeMarks, NodeState, node_items};

    fn text(text: &str, style: TextStyle) -> Item {
        let at = pos2(10.0, 10.0);
        Item::Text { at, anchor: Anchor::Left, text: text.to_owned(), style, ink: Role::Text1.into(), plate: None }
    }

    fn written(items: Vec<Item>, options: &SvgOptions) -> String {
        svg(&Scene { size: vec2(100.0, 50.0), items, ..Scene::default() }, Theme::light(), options)
    }

    #[test]
    fn row_56_hostile_text_stays_text() {
        let hostile = "<script>alert(\"1\")</script> & 'x' \u{0}\u{8}\u{1b}\u{85}\u{FFFF}]]>";
        let options = SvgOptions {
            title: hostile.to_owned(),
            description: hostile.to_owned(),
            prefix: "a\"><b".to_owned(),
            ..SvgOptions::default()
        };
        let fade = Item::Fade { rect: Rect::ZERO, left: Role::Thread.into(), right: Role::Canvas.into() };
        let out = written(vec![text(hostile, BODY), fade], &options);
        assert_eq!(out.matches("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; ").count(), 3);
        assert!(!out.contains("<script") && !out.contains("]]>"));
        assert!(out.chars().all(|letter| letter == '\n' || !letter.is_control()));
        assert!(out.contains("id=\"abd0\"") && out.contains("url(#abd0)"));
        // The only address is the name of the format.
        assert_eq!(out.matches("http").count(), 1);
        assert!(!out.contains("href"));
    }

    #[test]
    fn each_label_is_one_element() {
        let out = written(vec![text("Landelijke Eenheid", BODY), text("¶3.s5", MONO)], &SvgOptions::default());
        assert!(out.contains("<text x=\"10\" y=\"14.55\" font-size=\"13\" fill=\"#14181F\">Landelijke Eenheid</text>"));
        assert_eq!(out.matches("<text").count(), 2);
        assert!(out.contains("'IBM Plex Mono'"));
    }

    #[test]
    fn the_same_scene_gives_the_same_bytes_and_definitions_are_shared() {
        let items = || -> Vec<Item> {
            let look = KindLook::event(true);
            let at = [pos2(20.0, 20.0), pos2(60.0, 20.0)];
            at.iter().flat_map(|at| node_items(look, *at, 12.0, NodeState::Possible, &NodeMarks::default())).collect()
        };
        let out = written(items(), &SvgOptions::default());
        assert_eq!(out, written(items(), &SvgOptions::default()));
        assert_eq!(out.matches("<pattern").count(), 1);
        assert_eq!(out.matches("fill=\"url(#d0)\"").count(), 2);
    }

    #[test]
    fn typefaces_go_in_only_when_asked_and_only_those_used() {
        let options = SvgOptions { embed_fonts: true, ..SvgOptions::default() };
        let out = written(vec![text("Argus", BODY)], &options);
        assert_eq!(out.matches("@font-face").count(), 1);
        assert!(out.contains("url(data:font/ttf;base64,AAEAAAA"));
        assert!(!written(vec![text("Argus", BODY)], &SvgOptions::default()).contains("base64"));
    }

    #[test]
    fn numbers_are_short() {
        for (value, expected) in
            [(1.0, "1"), (-0.001, "0"), (2.346, "2.35"), (10.5, "10.5"), (100.0, "100"), (f32::NAN, "0")]
        {
            assert_eq!(number(value), expected);
        }
    }
}
