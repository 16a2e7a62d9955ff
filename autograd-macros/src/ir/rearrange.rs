//! Contents of memory that change places: what the backward part undoes without having saved anything.

use super::{Operand, Path};

/// A statement that moves contents and loses none.
#[derive(Clone, Debug)]
pub(crate) enum Rearrange {
    /// `mem::swap(&mut a, &mut b)`: whole things, which may have different lengths.
    Swap(Path, Path),
    /// `path.swap(i, j)`
    Elements(Path, Operand, Operand),
    /// `path.reverse()`
    Reverse(Path),
    /// `path.rotate_left(k)`
    RotateLeft(Path, Operand),
    /// `path.rotate_right(k)`
    RotateRight(Path, Operand),
}

impl Rearrange {
    /// The memory that is rearranged.
    pub(crate) fn paths(&self) -> Vec<&Path> {
        match self {
            Rearrange::Swap(a, b) => vec![a, b],
            Rearrange::Elements(path, ..)
            | Rearrange::Reverse(path)
            | Rearrange::RotateLeft(path, _)
            | Rearrange::RotateRight(path, _) => vec![path],
        }
    }

    pub(crate) fn paths_mut(&mut self) -> Vec<&mut Path> {
        match self {
            Rearrange::Swap(a, b) => vec![a, b],
            Rearrange::Elements(path, ..)
            | Rearrange::Reverse(path)
            | Rearrange::RotateLeft(path, _)
            | Rearrange::RotateRight(path, _) => vec![path],
        }
    }

    /// The positions that are not part of a path.
    pub(crate) fn positions(&self) -> Vec<&Operand> {
        match self {
            Rearrange::Swap(..) | Rearrange::Reverse(_) => Vec::new(),
            Rearrange::Elements(_, a, b) => vec![a, b],
            Rearrange::RotateLeft(_, k) | Rearrange::RotateRight(_, k) => vec![k],
        }
    }

    pub(crate) fn operands_mut<'a>(&'a mut self, found: &mut Vec<&'a mut Operand>) {
        match self {
            Rearrange::Swap(a, b) => {
                a.operands_mut(found);
                b.operands_mut(found);
            }
            Rearrange::Elements(path, a, b) => {
                path.operands_mut(found);
                found.extend([a, b]);
            }
            Rearrange::Reverse(path) => path.operands_mut(found),
            Rearrange::RotateLeft(path, k) | Rearrange::RotateRight(path, k) => {
                path.operands_mut(found);
                found.push(k);
            }
        }
    }

    /// What brings the contents back.
    pub(crate) fn inverse(&self) -> Self {
        match self {
            Rearrange::Swap(..) | Rearrange::Elements(..) | Rearrange::Reverse(_) => self.clone(),
            Rearrange::RotateLeft(path, k) => Rearrange::RotateRight(path.clone(), k.clone()),
            Rearrange::RotateRight(path, k) => Rearrange::RotateLeft(path.clone(), k.clone()),
        }
    }
}
