//! Draws which class each place of the plane belongs to, and points over it, into an SVG file.

use std::{error::Error, fs, ops::Range, path::Path};

use plotters::prelude::*;

/// A square of the plane.
pub(crate) struct Regions<'a> {
    pub(crate) title: &'a str,
    /// The coordinates in both directions.
    pub(crate) range: Range<f64>,
    /// The number of cells in each direction.
    pub(crate) cells: usize,
    /// Points with their classes.
    pub(crate) points: &'a [((f64, f64), usize)],
}

impl Regions<'_> {
    /// Writes the picture to `path` and creates its folder if there is none. `classify` maps the centres of the cells to
    /// classes.
    pub(crate) fn save(
        &self,
        path: &Path,
        classify: impl FnOnce(&[(f64, f64)]) -> Vec<usize>,
    ) -> Result<(), Box<dyn Error>> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let edge = |i: usize| self.range.start + (self.range.end - self.range.start) * i as f64 / self.cells as f64;
        let centre = |i: usize| 0.5 * (edge(i) + edge(i + 1));
        let centres: Vec<(f64, f64)> =
            (0..self.cells * self.cells).map(|n| (centre(n % self.cells), centre(n / self.cells))).collect();
        let classes = classify(&centres);

        let area = SVGBackend::new(path, (640, 640)).into_drawing_area();
        area.fill(&WHITE)?;
        let mut chart = ChartBuilder::on(&area)
            .caption(self.title, ("sans-serif", 20))
            .margin(15)
            .x_label_area_size(30)
            .y_label_area_size(40)
            .build_cartesian_2d(self.range.clone(), self.range.clone())?;
        chart.configure_mesh().disable_mesh().draw()?;
        for (row, classes) in classes.chunks(self.cells).enumerate() {
            let mut start = 0;
            // Neighbours of one class are drawn as one: that is a tenth of the file, and leaves no seams.
            for run in classes.chunk_by(|a, b| a == b) {
                let corners = [(edge(start), edge(row)), (edge(start + run.len()), edge(row + 1))];
                chart.draw_series([Rectangle::new(corners, Palette99::pick(run[0]).mix(0.3).filled())])?;
                start += run.len();
            }
        }
        let dots = self.points.iter().map(|&(point, class)| Circle::new(point, 3, Palette99::pick(class).filled()));
        chart.draw_series(dots)?;
        area.present()?;
        Ok(())
    }
}
