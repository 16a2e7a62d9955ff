//! Draws points and lines into an SVG file.

use std::{error::Error, fs, ops::Range, path::Path};

use plotters::prelude::*;

/// A picture of some points and some lines through the plane.
pub(crate) struct Plot<'a> {
    pub(crate) title: &'a str,
    pub(crate) x_label: &'a str,
    pub(crate) y_label: &'a str,
    pub(crate) points: &'a [(f64, f64)],
    /// Each line is a list of corners.
    pub(crate) lines: &'a [Vec<(f64, f64)>],
}

impl Plot<'_> {
    /// Writes the picture to `path` and creates its folder if there is none.
    pub(crate) fn save(&self, path: &Path) -> Result<(), Box<dyn Error>> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let all = || self.points.iter().chain(self.lines.iter().flatten());
        let (x, y) = (range(all().map(|p| p.0)), range(all().map(|p| p.1)));

        let area = SVGBackend::new(path, (800, 500)).into_drawing_area();
        area.fill(&WHITE)?;
        let mut chart = ChartBuilder::on(&area)
            .caption(self.title, ("sans-serif", 20))
            .margin(15)
            .x_label_area_size(40)
            .y_label_area_size(60)
            .build_cartesian_2d(x, y)?;
        chart.configure_mesh().max_light_lines(0).x_desc(self.x_label).y_desc(self.y_label).draw()?;
        for (i, line) in self.lines.iter().enumerate() {
            chart.draw_series(LineSeries::new(line.iter().copied(), Palette99::pick(i).stroke_width(2)))?;
        }
        chart.draw_series(self.points.iter().map(|&point| Circle::new(point, 4, BLACK.filled())))?;
        area.present()?;
        Ok(())
    }
}

/// The smallest range with all values, widened by a twentieth on both sides.
fn range(values: impl Iterator<Item = f64>) -> Range<f64> {
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    let margin = if high > low { (high - low) / 20.0 } else { 1.0 };
    if low <= high { low - margin..high + margin } else { 0.0..1.0 }
}
