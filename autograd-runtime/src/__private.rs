//! Everything generated code names. Not covered by semantic versioning: macros and runtime change together.

pub use alloc::{borrow::ToOwned, boxed::Box, rc::Rc, vec, vec::Vec};

pub use crate::{
    Differentiable, Either, Mode, NoGrad, Off, On, Outputs, Real, Shadow, Step, SteppedRange, Tangent, TargetOf,
    Workspace, accumulate_slice,
    adjoint::*,
    detach, gradcheck,
    gradcheck::Derived,
    kinks::*,
    no_grad::*,
    part::*,
    payload::*,
    rev_stepped_back, rules,
    rules::*,
    saved::snapshot,
    sequence::count,
    step::{StepAlong, step_tangent, variant_misfit, zero_like},
    stepped_back,
    tangent::variant_mismatch,
    views::views,
};

/// What `function!` expands to.
#[cfg(feature = "tensor")]
pub use crate::tensor::fused;

/// Rules for methods and associated functions of foreign types: traits without names, which a glob brings into scope.
pub mod methods {
    #[cfg(feature = "nalgebra")]
    pub use crate::matrix::{
        AbsMax as _, AbsMin as _, AddScalar as _, AddScalarMut as _, Axpy as _, CholeskyDeterminant as _,
        CholeskyInverse as _, CholeskyOf as _, CholeskySolve as _, CloneOwned as _, Column as _, ColumnMean as _,
        ColumnSum as _, Columns as _, ComplexAngle as _, ComplexInverse as _, ComplexInverseTransform as _,
        ComplexTransform as _, ComponentDiv as _, ComponentMul as _, CopyFrom as _, Cross as _, DFromColumnSlice as _,
        DFromRowSlice as _, DMatrixFromElement as _, DVectorFromColumnSlice as _, DVectorFromElement as _,
        DVectorFromRowSlice as _, DVectorFromVec as _, Determinant as _, Diagonal as _, Dot as _, Fill as _,
        FillDiagonal as _, FixedColumns as _, FixedRows as _, FixedView as _, FromColumnSlice as _, FromColumns as _,
        FromDiagonal as _, FromDiagonalElement as _, FromElement as _, FromRowSlice as _, FromRows as _, Gemm as _,
        GemmTr as _, Gemv as _, GemvTr as _, Ger as _, Inf as _, IntoInner as _, IntoOwned as _,
        IsometryFromParts as _, IsometryInverse as _, IsometryInversePoint as _, IsometryInverseVector as _,
        IsometryRotation as _, IsometryTransformPoint as _, IsometryTransformVector as _, IsometryTranslation as _,
        L as _, Lerp as _, LnDeterminant as _, LowerTriangle as _, Lu as _, LuSolve as _, Magnitude as _,
        MagnitudeSquared as _, MatrixAbs as _, Max as _, Mean as _, MetricDistance as _, Min as _, New1 as _,
        New2 as _, New2x2 as _, New2x3 as _, New2x4 as _, New3 as _, New3x2 as _, New3x3 as _, New3x4 as _, New4 as _,
        New4x2 as _, New4x3 as _, New4x4 as _, New5 as _, New6 as _, NewComplex as _, NewIsometry as _,
        NewNormalize as _, NewPoint2 as _, NewPoint3 as _, NewRotation2 as _, NewRow2 as _, NewRow3 as _, NewRow4 as _,
        NewRow5 as _, NewRow6 as _, NewTranslation as _, Norm as _, NormSquared as _, Normalize as _,
        PointFromVector as _, Pow as _, Product as _, Push1 as _, Push2 as _, Push3 as _, Qr as _, QrSolve as _,
        QuaternionAngle as _, QuaternionAngleTo as _, QuaternionFromAxisAngle as _, QuaternionFromEuler as _,
        QuaternionFromScaledAxis as _, QuaternionInverse as _, QuaternionInversePoint as _,
        QuaternionInverseTransform as _, QuaternionScaledAxis as _, QuaternionTransform as _,
        QuaternionTransformPoint as _, Repeat as _, Rotation2Angle as _, Rotation2Inverse as _,
        Rotation2InverseTransform as _, Rotation2Transform as _, RotationAngle as _, RotationAngleTo as _,
        RotationFromAxisAngle as _, RotationFromEuler as _, RotationFromScaledAxis as _, RotationIntoInner as _,
        RotationInverse as _, RotationInversePoint as _, RotationInverseTransform as _, RotationScaledAxis as _,
        RotationTransform as _, RotationTransformPoint as _, RotationTranspose as _, Row as _, RowMean as _,
        RowSum as _, RowSumTr as _, Rows as _, Scale as _, ScaleMut as _, SetColumn as _, SetColumns as _,
        SetDiagonal as _, SetFixedColumns as _, SetFixedRows as _, SetFixedView as _, SetParts as _, SetRow as _,
        SetRows as _, SetView as _, SingularValues as _, SolveLower as _, SolveUpper as _, Sum as _, Sup as _,
        Svd as _, SwapColumns as _, SwapEntries as _, SwapRows as _, SymmetricEigenvalues as _, ToRotationMatrix as _,
        TrCopyFrom as _, TrDot as _, TrMul as _, Trace as _, TranslationFromVector as _, Transpose as _,
        TryInverse as _, Unpack as _, Unscale as _, UnscaleMut as _, Unwrap as _, UpperTriangle as _, Variance as _,
        View as _, Xy as _, Xyz as _,
    };
    pub use crate::rules::FloatAbs as _;
}
