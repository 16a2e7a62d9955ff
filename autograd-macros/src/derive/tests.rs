//! Snapshots of expansions: small type in, everything that is generated out.

use expect_test::{expect, Expect};
use proc_macro2::TokenStream;

use super::expand;

fn check(item: TokenStream, expected: Expect) {
    let file = syn::parse2::<syn::File>(expand(item)).expect("the expansion is Rust");
    expected.assert_eq(&prettyplease::unparse(&file));
}

/// Only the items whose text contains `part`.
fn check_items(part: &str, item: TokenStream, expected: Expect) {
    let mut file = syn::parse2::<syn::File>(expand(item)).expect("the expansion is Rust");
    let text = |item: &syn::Item| {
        prettyplease::unparse(&syn::File { shebang: None, attrs: vec![], items: vec![item.clone()] })
    };
    file.items.retain(|item| text(item).contains(part));
    assert!(!file.items.is_empty(), "nothing contains `{part}`");
    expected.assert_eq(&prettyplease::unparse(&file));
}

#[test]
fn a_struct() {
    check(
        ::quote::quote! {
            pub struct Layer {
                pub weights: Vec<f64>,
                bias: f64,
                steps: usize,
            }
        },
        expect![[r#"
            ///The gradient of [`Layer`]: the same fields, without what carries no gradient.
            #[allow(
                warnings,
                clippy::all,
                clippy::pedantic,
                clippy::nursery,
                clippy::restriction,
                reason = "generated code"
            )]
            #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
            pub struct LayerTangent {
                ///The gradient with respect to `weights`.
                pub weights: ::autograd::__private::Vec<f64>,
                ///The gradient with respect to `bias`.
                bias: f64,
            }
            #[automatically_derived]
            impl ::autograd::__private::Differentiable for Layer {
                type Tangent = LayerTangent;
                #[inline]
                fn zero_tangent(&self) -> Self::Tangent {
                    LayerTangent {
                        weights: ::autograd::__private::Differentiable::zero_tangent(&self.weights),
                        bias: ::autograd::__private::Differentiable::zero_tangent(&self.bias),
                    }
                }
            }
            #[automatically_derived]
            impl ::autograd::__private::Step for Layer {
                #[inline]
                #[track_caller]
                fn step(&mut self, tangent: &Self::Tangent, scale: f64) {
                    ::autograd::__private::Step::assert_fits(self, tangent);
                    ::autograd::__private::Step::step(&mut self.weights, &tangent.weights, scale);
                    ::autograd::__private::Step::step(&mut self.bias, &tangent.bias, scale);
                }
                #[inline]
                #[track_caller]
                fn assert_fits(&self, tangent: &Self::Tangent) {
                    ::autograd::__private::Step::assert_fits(&self.weights, &tangent.weights);
                    ::autograd::__private::Step::assert_fits(&self.bias, &tangent.bias);
                }
            }
            #[automatically_derived]
            impl ::autograd::__private::gradcheck::Components for Layer {
                fn visit(
                    &mut self,
                    path: &mut ::autograd::__private::gradcheck::Path,
                    visitor: &mut dyn ::core::ops::FnMut(
                        &::autograd::__private::gradcheck::Path,
                        ::autograd::__private::gradcheck::Component<'_>,
                    ),
                ) {
                    path.field(
                        "weights",
                        |path| ::autograd::__private::gradcheck::Components::visit(
                            &mut self.weights,
                            path,
                            visitor,
                        ),
                    );
                    path.field(
                        "bias",
                        |path| ::autograd::__private::gradcheck::Components::visit(
                            &mut self.bias,
                            path,
                            visitor,
                        ),
                    );
                }
            }
            #[automatically_derived]
            impl ::autograd::__private::Derived for Layer {
                type Float = ::core::primitive::f64;
            }
            #[automatically_derived]
            impl ::autograd::__private::Tangent for LayerTangent {
                #[inline]
                #[track_caller]
                fn accumulate(&mut self, other: Self) {
                    ::autograd::__private::Tangent::assert_same_shape(self, &other);
                    ::autograd::__private::Tangent::accumulate(&mut self.weights, other.weights);
                    ::autograd::__private::Tangent::accumulate(&mut self.bias, other.bias);
                }
                #[inline]
                #[track_caller]
                fn add_assign_ref(&mut self, other: &Self) {
                    ::autograd::__private::Tangent::assert_same_shape(self, other);
                    ::autograd::__private::Tangent::add_assign_ref(
                        &mut self.weights,
                        &other.weights,
                    );
                    ::autograd::__private::Tangent::add_assign_ref(&mut self.bias, &other.bias);
                }
                #[inline]
                fn scale(&mut self, k: f64) {
                    ::autograd::__private::Tangent::scale(&mut self.weights, k);
                    ::autograd::__private::Tangent::scale(&mut self.bias, k);
                }
                #[inline]
                #[track_caller]
                fn dot(&self, other: &Self) -> f64 {
                    ::autograd::__private::Tangent::dot(&self.weights, &other.weights)
                        + ::autograd::__private::Tangent::dot(&self.bias, &other.bias)
                }
                #[inline]
                fn reset(&mut self) {
                    ::autograd::__private::Tangent::reset(&mut self.weights);
                    ::autograd::__private::Tangent::reset(&mut self.bias);
                }
                #[inline]
                #[track_caller]
                fn assert_same_shape(&self, other: &Self) {
                    ::autograd::__private::Tangent::assert_same_shape(&self.weights, &other.weights);
                    ::autograd::__private::Tangent::assert_same_shape(&self.bias, &other.bias);
                }
            }
            #[automatically_derived]
            impl ::autograd::__private::Differentiable for LayerTangent {
                type Tangent = Self;
                #[inline]
                fn zero_tangent(&self) -> Self {
                    ::autograd::__private::zero_like(self)
                }
            }
            #[automatically_derived]
            impl ::autograd::__private::Step for LayerTangent {
                #[inline]
                #[track_caller]
                fn step(&mut self, tangent: &Self, scale: f64) {
                    ::autograd::__private::step_tangent(self, tangent, scale);
                }
                #[inline]
                #[track_caller]
                fn assert_fits(&self, tangent: &Self) {
                    ::autograd::__private::Tangent::assert_same_shape(self, tangent);
                }
            }
            #[automatically_derived]
            impl ::autograd::__private::gradcheck::Components for LayerTangent {
                fn visit(
                    &mut self,
                    path: &mut ::autograd::__private::gradcheck::Path,
                    visitor: &mut dyn ::core::ops::FnMut(
                        &::autograd::__private::gradcheck::Path,
                        ::autograd::__private::gradcheck::Component<'_>,
                    ),
                ) {
                    path.field(
                        "weights",
                        |path| ::autograd::__private::gradcheck::Components::visit(
                            &mut self.weights,
                            path,
                            visitor,
                        ),
                    );
                    path.field(
                        "bias",
                        |path| ::autograd::__private::gradcheck::Components::visit(
                            &mut self.bias,
                            path,
                            visitor,
                        ),
                    );
                }
            }
            #[automatically_derived]
            impl ::autograd::__private::Derived for LayerTangent {
                type Float = ::core::primitive::f64;
            }
            #[automatically_derived]
            impl ::core::default::Default for LayerTangent
            where
                for<'__any> ::autograd::__private::Vec<f64>: ::core::default::Default,
            {
                #[inline]
                fn default() -> Self {
                    LayerTangent {
                        weights: ::core::default::Default::default(),
                        bias: ::core::default::Default::default(),
                    }
                }
            }
            #[automatically_derived]
            impl ::core::ops::Add<Self> for LayerTangent {
                type Output = Self;
                #[inline]
                #[track_caller]
                fn add(mut self, other: Self) -> Self {
                    ::autograd::__private::Tangent::accumulate(&mut self, other);
                    self
                }
            }
            #[automatically_derived]
            impl ::core::ops::Sub<Self> for LayerTangent {
                type Output = Self;
                #[inline]
                #[track_caller]
                fn sub(mut self, mut other: Self) -> Self {
                    ::autograd::__private::Tangent::scale(&mut other, -1.0);
                    ::autograd::__private::Tangent::accumulate(&mut self, other);
                    self
                }
            }
            #[automatically_derived]
            impl ::core::ops::Mul<f64> for LayerTangent {
                type Output = Self;
                #[inline]
                #[track_caller]
                fn mul(mut self, k: f64) -> Self {
                    ::autograd::__private::Tangent::scale(&mut self, k);
                    self
                }
            }
            #[automatically_derived]
            impl ::core::ops::AddAssign<Self> for LayerTangent {
                #[inline]
                #[track_caller]
                fn add_assign(&mut self, other: Self) {
                    ::autograd::__private::Tangent::accumulate(self, other);
                }
            }
            #[automatically_derived]
            impl ::core::ops::AddAssign<&Self> for LayerTangent {
                #[inline]
                #[track_caller]
                fn add_assign(&mut self, other: &Self) {
                    ::autograd::__private::Tangent::add_assign_ref(self, other);
                }
            }
            #[automatically_derived]
            impl ::core::ops::SubAssign<Self> for LayerTangent {
                #[inline]
                #[track_caller]
                fn sub_assign(&mut self, mut other: Self) {
                    ::autograd::__private::Tangent::scale(&mut other, -1.0);
                    ::autograd::__private::Tangent::accumulate(self, other);
                }
            }
            #[automatically_derived]
            impl ::core::ops::SubAssign<&Self> for LayerTangent {
                #[inline]
                #[track_caller]
                fn sub_assign(&mut self, other: &Self) {
                    ::autograd::__private::Step::step(self, other, -1.0);
                }
            }
            #[automatically_derived]
            impl ::core::ops::MulAssign<f64> for LayerTangent {
                #[inline]
                #[track_caller]
                fn mul_assign(&mut self, k: f64) {
                    ::autograd::__private::Tangent::scale(self, k);
                }
            }
            #[automatically_derived]
            impl ::core::ops::Neg for LayerTangent {
                type Output = Self;
                #[inline]
                fn neg(mut self) -> Self {
                    ::autograd::__private::Tangent::scale(&mut self, -1.0);
                    self
                }
            }
            const _: () = {
                #[doc(hidden)]
                #[derive(::core::default::Default)]
                #[allow(warnings, reason = "generated code")]
                pub struct __LeftOut {
                    steps: ::autograd::__private::NoGrad,
                }
                #[automatically_derived]
                #[doc(hidden)]
                impl ::core::ops::Deref for LayerTangent {
                    type Target = __LeftOut;
                    #[inline(always)]
                    fn deref(&self) -> &__LeftOut {
                        ::autograd::__private::left_out()
                    }
                }
                #[automatically_derived]
                #[doc(hidden)]
                impl ::core::ops::DerefMut for LayerTangent {
                    #[inline(always)]
                    fn deref_mut(&mut self) -> &mut __LeftOut {
                        ::autograd::__private::left_out()
                    }
                }
            };
        "#]],
    );
}

#[test]
fn an_enum() {
    check_items(
        "match",
        ::quote::quote! {
            enum Shape {
                Circle(f64),
                Square { side: f64, label: String },
                Nothing,
            }
        },
        expect![[r##"
            #[automatically_derived]
            impl ::autograd::__private::Differentiable for Shape {
                type Tangent = ShapeTangent;
                #[inline]
                fn zero_tangent(&self) -> Self::Tangent {
                    match self {
                        Shape::Circle { 0: x_0, .. } => {
                            ShapeTangent::Circle(
                                ::autograd::__private::Differentiable::zero_tangent(x_0),
                            )
                        }
                        Shape::Square { side: x_side, .. } => {
                            ShapeTangent::Square {
                                side: ::autograd::__private::Differentiable::zero_tangent(x_side),
                            }
                        }
                        Shape::Nothing { .. } => ShapeTangent::Nothing,
                    }
                }
            }
            #[automatically_derived]
            impl ::autograd::__private::Step for Shape {
                #[inline]
                #[track_caller]
                fn step(&mut self, tangent: &Self::Tangent, scale: f64) {
                    ::autograd::__private::Step::assert_fits(self, tangent);
                    match (self, tangent) {
                        (Shape::Circle { 0: x_0, .. }, ShapeTangent::Circle { 0: d_0, .. }) => {
                            ::autograd::__private::Step::step(x_0, d_0, scale);
                        }
                        (
                            Shape::Square { side: x_side, .. },
                            ShapeTangent::Square { side: d_side, .. },
                        ) => {
                            ::autograd::__private::Step::step(x_side, d_side, scale);
                        }
                        _ => {}
                    }
                }
                #[inline]
                #[track_caller]
                fn assert_fits(&self, tangent: &Self::Tangent) {
                    match (self, tangent) {
                        (Shape::Circle { 0: x_0, .. }, ShapeTangent::Circle { 0: d_0, .. }) => {
                            ::autograd::__private::Step::assert_fits(x_0, d_0);
                        }
                        (
                            Shape::Square { side: x_side, .. },
                            ShapeTangent::Square { side: d_side, .. },
                        ) => {
                            ::autograd::__private::Step::assert_fits(x_side, d_side);
                        }
                        (_, ShapeTangent::Nothing { .. }) => {}
                        (value, tangent) => {
                            ::autograd::__private::variant_misfit(
                                match value {
                                    Shape::Circle { .. } => "Circle",
                                    Shape::Square { .. } => "Square",
                                    Shape::Nothing { .. } => "Nothing",
                                },
                                match tangent {
                                    ShapeTangent::Circle { .. } => "Circle",
                                    ShapeTangent::Square { .. } => "Square",
                                    ShapeTangent::Nothing { .. } => "Nothing",
                                },
                            )
                        }
                    }
                }
            }
            #[automatically_derived]
            impl ::autograd::__private::gradcheck::Components for Shape {
                fn visit(
                    &mut self,
                    path: &mut ::autograd::__private::gradcheck::Path,
                    visitor: &mut dyn ::core::ops::FnMut(
                        &::autograd::__private::gradcheck::Path,
                        ::autograd::__private::gradcheck::Component<'_>,
                    ),
                ) {
                    match self {
                        Shape::Circle { 0: x_0, .. } => {
                            path.field(
                                "0",
                                |path| ::autograd::__private::gradcheck::Components::visit(
                                    x_0,
                                    path,
                                    visitor,
                                ),
                            );
                        }
                        Shape::Square { side: x_side, .. } => {
                            path.field(
                                "side",
                                |path| ::autograd::__private::gradcheck::Components::visit(
                                    x_side,
                                    path,
                                    visitor,
                                ),
                            );
                        }
                        Shape::Nothing { .. } => {}
                    }
                }
            }
            #[automatically_derived]
            impl ::autograd::__private::Tangent for ShapeTangent {
                #[inline]
                #[track_caller]
                fn accumulate(&mut self, other: Self) {
                    ::autograd::__private::Tangent::assert_same_shape(self, &other);
                    match (self, other) {
                        (
                            ShapeTangent::Circle { 0: d_0, .. },
                            ShapeTangent::Circle { 0: other_0, .. },
                        ) => {
                            ::autograd::__private::Tangent::accumulate(d_0, other_0);
                        }
                        (
                            ShapeTangent::Square { side: d_side, .. },
                            ShapeTangent::Square { side: other_side, .. },
                        ) => {
                            ::autograd::__private::Tangent::accumulate(d_side, other_side);
                        }
                        (_, ShapeTangent::Nothing { .. }) => {}
                        (this @ (ShapeTangent::Nothing { .. }), other) => *this = other,
                        _ => {}
                    }
                }
                #[inline]
                #[track_caller]
                fn add_assign_ref(&mut self, other: &Self) {
                    ::autograd::__private::Tangent::assert_same_shape(self, other);
                    match (self, other) {
                        (
                            ShapeTangent::Circle { 0: d_0, .. },
                            ShapeTangent::Circle { 0: other_0, .. },
                        ) => {
                            ::autograd::__private::Tangent::add_assign_ref(d_0, other_0);
                        }
                        (
                            ShapeTangent::Square { side: d_side, .. },
                            ShapeTangent::Square { side: other_side, .. },
                        ) => {
                            ::autograd::__private::Tangent::add_assign_ref(d_side, other_side);
                        }
                        (_, ShapeTangent::Nothing { .. }) => {}
                        (this @ (ShapeTangent::Nothing { .. }), other) => {
                            *this = ::core::clone::Clone::clone(other);
                        }
                        _ => {}
                    }
                }
                #[inline]
                fn scale(&mut self, k: f64) {
                    match self {
                        ShapeTangent::Circle { 0: d_0, .. } => {
                            ::autograd::__private::Tangent::scale(d_0, k);
                        }
                        ShapeTangent::Square { side: d_side, .. } => {
                            ::autograd::__private::Tangent::scale(d_side, k);
                        }
                        ShapeTangent::Nothing { .. } => {}
                    }
                }
                #[inline]
                #[track_caller]
                fn dot(&self, other: &Self) -> f64 {
                    ::autograd::__private::Tangent::assert_same_shape(self, other);
                    match (self, other) {
                        (
                            ShapeTangent::Circle { 0: d_0, .. },
                            ShapeTangent::Circle { 0: other_0, .. },
                        ) => ::autograd::__private::Tangent::dot(d_0, other_0),
                        (
                            ShapeTangent::Square { side: d_side, .. },
                            ShapeTangent::Square { side: other_side, .. },
                        ) => ::autograd::__private::Tangent::dot(d_side, other_side),
                        _ => 0.0,
                    }
                }
                #[inline]
                fn reset(&mut self) {
                    match self {
                        ShapeTangent::Circle { 0: d_0, .. } => {
                            ::autograd::__private::Tangent::reset(d_0);
                        }
                        ShapeTangent::Square { side: d_side, .. } => {
                            ::autograd::__private::Tangent::reset(d_side);
                        }
                        ShapeTangent::Nothing { .. } => {}
                    }
                }
                #[inline]
                #[track_caller]
                fn assert_same_shape(&self, other: &Self) {
                    match (self, other) {
                        (
                            ShapeTangent::Circle { 0: d_0, .. },
                            ShapeTangent::Circle { 0: other_0, .. },
                        ) => {
                            ::autograd::__private::Tangent::assert_same_shape(d_0, other_0);
                        }
                        (
                            ShapeTangent::Square { side: d_side, .. },
                            ShapeTangent::Square { side: other_side, .. },
                        ) => {
                            ::autograd::__private::Tangent::assert_same_shape(d_side, other_side);
                        }
                        (_, ShapeTangent::Nothing { .. }) => {}
                        (ShapeTangent::Nothing { .. }, _) => {}
                        (this, other) => {
                            ::autograd::__private::variant_mismatch(
                                "Shape",
                                match this {
                                    ShapeTangent::Circle { .. } => "Circle",
                                    ShapeTangent::Square { .. } => "Square",
                                    ShapeTangent::Nothing { .. } => "Nothing",
                                },
                                match other {
                                    ShapeTangent::Circle { .. } => "Circle",
                                    ShapeTangent::Square { .. } => "Square",
                                    ShapeTangent::Nothing { .. } => "Nothing",
                                },
                            )
                        }
                    }
                }
            }
            #[automatically_derived]
            impl ::autograd::__private::gradcheck::Components for ShapeTangent {
                fn visit(
                    &mut self,
                    path: &mut ::autograd::__private::gradcheck::Path,
                    visitor: &mut dyn ::core::ops::FnMut(
                        &::autograd::__private::gradcheck::Path,
                        ::autograd::__private::gradcheck::Component<'_>,
                    ),
                ) {
                    match self {
                        ShapeTangent::Circle { 0: d_0, .. } => {
                            path.field(
                                "0",
                                |path| ::autograd::__private::gradcheck::Components::visit(
                                    d_0,
                                    path,
                                    visitor,
                                ),
                            );
                        }
                        ShapeTangent::Square { side: d_side, .. } => {
                            path.field(
                                "side",
                                |path| ::autograd::__private::gradcheck::Components::visit(
                                    d_side,
                                    path,
                                    visitor,
                                ),
                            );
                        }
                        ShapeTangent::Nothing { .. } => {}
                    }
                }
            }
            #[automatically_derived]
            #[doc(hidden)]
            impl ::autograd::__private::PayloadShadow<12561446903582072175u64> for ShapeTangent {
                type Part = f64;
                #[inline(always)]
                #[track_caller]
                fn payload(&mut self) -> &mut f64 {
                    match self {
                        ShapeTangent::Circle { 0: part, .. } => part,
                        other => {
                            ::autograd::__private::payload_misfit(
                                "Circle",
                                match other {
                                    ShapeTangent::Circle { .. } => "Circle",
                                    ShapeTangent::Square { .. } => "Square",
                                    ShapeTangent::Nothing { .. } => "Nothing",
                                },
                            )
                        }
                    }
                }
            }
            #[automatically_derived]
            #[doc(hidden)]
            impl ::autograd::__private::PayloadShadow<7484867754938280819u64> for ShapeTangent {
                type Part = f64;
                #[inline(always)]
                #[track_caller]
                fn payload(&mut self) -> &mut f64 {
                    match self {
                        ShapeTangent::Square { side: part, .. } => part,
                        other => {
                            ::autograd::__private::payload_misfit(
                                "Square",
                                match other {
                                    ShapeTangent::Circle { .. } => "Circle",
                                    ShapeTangent::Square { .. } => "Square",
                                    ShapeTangent::Nothing { .. } => "Nothing",
                                },
                            )
                        }
                    }
                }
            }
        "##]],
    );
}

#[test]
fn definitions() {
    let cases = ::quote::quote! {
        struct Unit;
        struct Tuple<'a, T>(#[no_grad] f64, pub &'a [T], usize);
        struct Generic<T: Into<U> + Copy, U, const N: usize = 3> where U: Copy, T: Copy {
            points: [Point<T>; N],
            boxed: Option<Box<[f32]>>,
            #[no_grad] other: U,
            tuple: (T, usize, Vec<(f64, f64)>),
        }
        struct Borrowed<'a, T> { data: Data<'a>, other: Other<'a, T>, next: Option<Box<Self>> }
        enum Tree<T> { Leaf(T), Node(u8, Vec<Tree<T>>), #[no_grad] Other { x: f64 } }
    };
    let file = syn::parse2::<syn::File>(cases).expect("items");
    let mut text = String::new();
    for item in file.items {
        let mut expansion = syn::parse2::<syn::File>(expand(::quote::quote!(#item))).expect("the expansion is Rust");
        expansion.items.truncate(1);
        for item in &mut expansion.items {
            if let syn::Item::Struct(syn::ItemStruct { attrs, .. }) | syn::Item::Enum(syn::ItemEnum { attrs, .. }) =
                item
            {
                attrs.clear();
            }
        }
        text += &prettyplease::unparse(&expansion);
    }
    expect![[r#"
        struct UnitTangent;
        struct TupleTangent<T>(
            ///Field 0 carries no gradient.
            ::autograd::__private::NoGrad,
            ///The gradient with respect to field 1.
            pub ::autograd::__private::Vec<<T as ::autograd::__private::Differentiable>::Tangent>,
        )
        where
            T: ::autograd::__private::Differentiable;
        struct GenericTangent<T: Copy, const N: usize = 3>
        where
            T: Copy,
            Point<T>: ::autograd::__private::Differentiable,
            T: ::autograd::__private::Differentiable,
        {
            ///The gradient with respect to `points`.
            points: [<Point<T> as ::autograd::__private::Differentiable>::Tangent; N],
            ///The gradient with respect to `boxed`.
            boxed: ::core::option::Option<::autograd::__private::Vec<f32>>,
            ///The gradient with respect to `tuple`.
            tuple: (
                <T as ::autograd::__private::Differentiable>::Tangent,
                (),
                ::autograd::__private::Vec<(f64, f64)>,
            ),
        }
        struct BorrowedTangent<'a, T>
        where
            Other<'a, T>: ::autograd::__private::Differentiable,
        {
            ///The gradient with respect to `data`.
            data: <Data<'static> as ::autograd::__private::Differentiable>::Tangent,
            ///The gradient with respect to `other`.
            other: <Other<'a, T> as ::autograd::__private::Differentiable>::Tangent,
            ///The gradient with respect to `next`.
            next: ::core::option::Option<
                ::autograd::__private::Box<
                    <Borrowed<'a, T> as ::autograd::__private::Differentiable>::Tangent,
                >,
            >,
        }
        enum TreeTangent<T>
        where
            T: ::autograd::__private::Differentiable,
        {
            ///The gradient of [`Tree::Leaf`].
            Leaf(
                ///The gradient with respect to field 0.
                <T as ::autograd::__private::Differentiable>::Tangent,
            ),
            ///The gradient of [`Tree::Node`].
            Node(
                ///Field 0 carries no gradient.
                ::autograd::__private::NoGrad,
                ///The gradient with respect to field 1.
                ::autograd::__private::Vec<
                    <Tree<T> as ::autograd::__private::Differentiable>::Tangent,
                >,
            ),
            ///The gradient of [`Tree::Other`].
            Other {},
        }
    "#]]
    .assert_eq(&text);
}

#[test]
fn bounds() {
    check_items(
        "StepAlong",
        ::quote::quote! {
            struct Borrowed<'a, T> { x: &'a [f64], point: Vec<Point<T>>, next: Option<Box<Self>>, state: T::State }
        },
        expect![[r#"
            #[automatically_derived]
            impl<'a, T> ::autograd::__private::Step for Borrowed<'a, T>
            where
                Point<T>: ::autograd::__private::Step,
                T::State: ::autograd::__private::Step,
                for<'__any> &'a [f64]: ::autograd::__private::StepAlong<
                    ::autograd::__private::Vec<f64>,
                >,
            {
                #[inline]
                #[track_caller]
                fn step(&mut self, tangent: &Self::Tangent, scale: f64) {
                    ::autograd::__private::Step::assert_fits(self, tangent);
                    ::autograd::__private::StepAlong::step_along(&mut self.x, &tangent.x, scale);
                    ::autograd::__private::Step::step(&mut self.point, &tangent.point, scale);
                    ::autograd::__private::Step::step(&mut self.next, &tangent.next, scale);
                    ::autograd::__private::Step::step(&mut self.state, &tangent.state, scale);
                }
                #[inline]
                #[track_caller]
                fn assert_fits(&self, tangent: &Self::Tangent) {
                    ::autograd::__private::StepAlong::assert_fits_along(&self.x, &tangent.x);
                    ::autograd::__private::Step::assert_fits(&self.point, &tangent.point);
                    ::autograd::__private::Step::assert_fits(&self.next, &tangent.next);
                    ::autograd::__private::Step::assert_fits(&self.state, &tangent.state);
                }
            }
        "#]],
    );
}

#[test]
fn what_is_asked_of_nested_types() {
    check_items(
        "PartialEq for",
        ::quote::quote! {
            struct World { bodies: Vec<Vec3>, root: Option<Box<Node>>, time: f64 }
        },
        expect![[r#"
            #[automatically_derived]
            impl ::core::cmp::PartialEq for WorldTangent
            where
                for<'__any> Vec3: ::autograd::__private::Differentiable,
                for<'__any> <Vec3 as ::autograd::__private::Differentiable>::Tangent: ::core::cmp::PartialEq,
            {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    ::core::cmp::PartialEq::eq(&self.bodies, &other.bodies)
                        && ::core::cmp::PartialEq::eq(&self.root, &other.root)
                        && ::core::cmp::PartialEq::eq(&self.time, &other.time)
                }
            }
        "#]],
    );
    check_items(
        "const _",
        ::quote::quote! {
            struct World { bodies: Vec<Vec3>, root: Option<Box<Node>>, time: f64 }
        },
        expect![[r#"
            const _: () = {
                const fn differentiable<T: ::autograd::__private::Differentiable>() {}
                differentiable::<Vec3>();
            };
        "#]],
    );
}
