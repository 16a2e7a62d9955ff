//! Layers, initialisers, weights in files, checkpoints.

mod checkpoint;
mod init;
mod layers;
mod modules;
mod weights;
