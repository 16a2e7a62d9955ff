//! Linear regression of house prices on living areas, with the form of the gradient that allocates nothing.
//!
//! Run it with `cargo run --release --example house_prices`, or with the path of another CSV file after `--`.

#![allow(clippy::print_stdout, reason = "an example shows what it computes")]

use std::{
    env,
    error::Error,
    path::{Path, PathBuf},
};

use autograd::{Step, Tangent, differentiable};

#[path = "support/plot.rs"]
mod plot;
#[path = "support/table.rs"]
mod table;

/// The mean squared error of `price = theta[0] area + theta[1]`.
#[differentiable(wrt(theta))]
pub(crate) fn loss(theta: &[f64], areas: &[f64], prices: &[f64]) -> f64 {
    let mut total = 0.0;
    for i in 0..areas.len() {
        let predicted = theta[0] * areas[i] + theta[1];
        total += (predicted - prices[i]).powi(2);
    }
    total / areas.len() as f64
}

/// The columns `(area, price)` of a file.
pub(crate) fn read(path: &Path) -> Result<(Vec<f64>, Vec<f64>), table::TableError> {
    let [areas, prices] = table::read_columns(path, ["area", "price"])?;
    Ok((areas, prices))
}

/// Mean and standard deviation.
fn moments(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / n;
    (mean, variance.sqrt())
}

/// Fits the line by gradient descent on standardised values, where the loss is as round as it can be, until the gradient
/// vanishes. Returns price per area, price at no area, and the number of epochs.
pub(crate) fn fit(areas: &[f64], prices: &[f64]) -> Result<(f64, f64, usize), String> {
    let ((area_mean, area_spread), (price_mean, price_spread)) = (moments(areas), moments(prices));
    if area_spread == 0.0 || price_spread == 0.0 {
        return Err(format!("all {} houses have the same area or the same price", areas.len()));
    }
    let standardised =
        |values: &[f64], (mean, spread)| values.iter().map(|v| (v - mean) / spread).collect::<Vec<f64>>();
    let (x, y) = (standardised(areas, moments(areas)), standardised(prices, moments(prices)));

    let mut theta = [0.0, 0.0];
    let mut d_theta = vec![0.0; theta.len()];
    let mut epochs = 0;
    loop {
        d_theta.reset();
        loss_backward(&theta, &mut d_theta, &x, &y, 1.0);
        if d_theta.norm() < 1e-12 || epochs == 10_000 {
            break;
        }
        theta.as_mut_slice().step(&d_theta, -0.1);
        epochs += 1;
    }
    let slope = theta[0] * price_spread / area_spread;
    Ok((slope, price_mean + theta[1] * price_spread - slope * area_mean, epochs))
}

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = env::args_os().nth(1).map_or_else(|| root.join("examples/data/house_prices.csv"), PathBuf::from);
    let (areas, prices) = read(&path)?;

    let (slope, offset, epochs) = fit(&areas, &prices)?;
    let error = loss(&[slope, offset], &areas, &prices).sqrt();
    println!("{} houses, {epochs} epochs", areas.len());
    println!("price = {slope:.4} * area + {offset:.4}, give or take {error:.1}");
    for area in [50.0, 100.0, 150.0] {
        println!("a house of {area} m² is worth {:.0} thousand", slope * area + offset);
    }

    let ends = [areas.iter().copied().fold(f64::MAX, f64::min), areas.iter().copied().fold(f64::MIN, f64::max)];
    let houses: Vec<(f64, f64)> = areas.into_iter().zip(prices).collect();
    let picture = root.join("target/house_prices.svg");
    plot::Plot {
        title: "House prices",
        x_label: "living area in m²",
        y_label: "price in thousands",
        points: &houses,
        lines: &[ends.map(|area| (area, slope * area + offset)).to_vec()],
    }
    .save(&picture)?;
    println!("the fit is drawn in {}", picture.display());
    Ok(())
}
