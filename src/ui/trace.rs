//! A record of what each frame cost, for `--trace-frames`: one line a frame, in milliseconds.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::time::Instant;

use egui::Context;

/// The record.
#[derive(Debug)]
pub struct Trace {
    file: BufWriter<File>,
    started: Instant,
    frame: Option<Times>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Times {
    since_start: f64,
    logic: f64,
    ui: f64,
    shapes: usize,
}

impl Trace {
    /// Begins a record in this file. `started`: when the program began.
    pub fn new(path: &Path, started: Instant) -> std::io::Result<Self> {
        let mut file = BufWriter::new(File::create(path)?);
        writeln!(file, "since_start,logic,ui,rest,total,shapes")?;
        Ok(Self { file, started, frame: None })
    }

    /// A frame begins; `total` is what the one before cost in all, in seconds, as the window library measured it.
    pub fn begin(&mut self, total: Option<f32>) {
        self.write(total);
        self.frame = Some(Times { since_start: milliseconds(self.started), ..Times::default() });
    }

    /// The state machine took from `since` until now.
    pub fn logic(&mut self, since: Instant) {
        if let Some(frame) = &mut self.frame {
            frame.logic += milliseconds(since);
        }
    }

    /// Drawing took from `since` until now.
    pub fn ui(&mut self, since: Instant, ctx: &Context) {
        let layers: Vec<_> = ctx.memory(|memory| memory.layer_ids().collect());
        let shapes = ctx.graphics(|graphics| {
            layers.iter().filter_map(|layer| graphics.get(*layer)).map(|list| list.all_entries().len()).sum()
        });
        if let Some(frame) = &mut self.frame {
            frame.ui += milliseconds(since);
            frame.shapes = shapes;
        }
    }

    /// Writes the frame that ended. A full disk ends the record, not the program.
    fn write(&mut self, total: Option<f32>) {
        let Some(Times { since_start, logic, ui, shapes }) = self.frame.take() else { return };
        let total = total.map_or(logic + ui, |seconds| f64::from(seconds) * 1e3);
        let rest = total - logic - ui;
        let written = writeln!(self.file, "{since_start:.3},{logic:.3},{ui:.3},{rest:.3},{total:.3},{shapes}");
        drop(written.and_then(|()| self.file.flush()));
    }
}

impl Drop for Trace {
    fn drop(&mut self) {
        self.write(None);
    }
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_frame_is_a_line_whose_parts_add_up() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("frames.csv");
        let started = Instant::now();
        let mut trace = Trace::new(&path, started).expect("a file");
        for total in [None, Some(0.25), Some(0.5)] {
            trace.begin(total);
            trace.logic(started);
            trace.ui(started, &Context::default());
        }
        drop(trace);
        let text = std::fs::read_to_string(&path).expect("it was written");
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[0], "since_start,logic,ui,rest,total,shapes");
        assert_eq!(lines.len(), 4, "the last frame is written at the end: {text}");
        for (line, total) in lines[1..3].iter().zip([250.0, 500.0]) {
            let parts: Vec<f64> = line.split(',').map(|part| part.parse().expect("a number")).collect();
            assert_eq!((parts.len(), parts[4]), (6, total), "the total comes with the next frame: {line}");
            assert!((parts[1] + parts[2] + parts[3] - total).abs() < 0.01, "{line}");
        }
    }
}
