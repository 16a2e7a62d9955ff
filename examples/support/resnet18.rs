//! ResNet-18, with the names and layouts of torchvision's, so that its weights can be loaded.
//!
//! Source: He, Zhang, Ren and Sun, "Deep Residual Learning for Image Recognition" (2015), and torchvision's
//! `models.resnet18`.

use autograd::{
    nn::{
        AdaptiveAvgPool2d, BatchNorm2d, Conv2d, Conv2dOptions, Flatten, Layer, Linear, MaxPool2d, Module, Sequential,
        Visitor,
        init::{Fan, Nonlinearity, kaiming_normal_},
    },
    tensor::{Conv, Element, Pool, Tensor, TensorError},
};

/// Maps images `[batch, 3, height, width]` to scores `[batch, classes]`.
pub(crate) struct ResNet18<T: Element> {
    conv1: Conv2d<T>,
    bn1: BatchNorm2d<T>,
    /// Four stages of two blocks; each stage after the first halves the image and doubles the channels.
    layers: [Sequential<T>; 4],
    /// The layer that a new task replaces.
    pub(crate) fc: Linear<T>,
}

impl<T: Element> ResNet18<T> {
    /// A network that knows nothing yet, initialised as torchvision's.
    pub(crate) fn new(classes: usize) -> Self {
        Self {
            conv1: convolution(3, 64, 7, 2),
            bn1: BatchNorm2d::new(64),
            layers: [stage(64, 64, 1), stage(64, 128, 2), stage(128, 256, 2), stage(256, 512, 2)],
            fc: Linear::new(512, classes),
        }
    }

    /// What the head sees of an image: `[batch, 512]`.
    pub(crate) fn features(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
        let pool = Pool { stride: [2, 2], padding: [1, 1], ..Pool::new([3, 3]) };
        let x = self.bn1.try_forward(&self.conv1.try_forward(x)?)?.relu();
        let x = MaxPool2d(pool).try_forward(&x)?;
        let x = self.layers.iter().try_fold(x, |x, layer| layer.try_forward(&x))?;
        Flatten::default().try_forward(&AdaptiveAvgPool2d([1, 1]).try_forward(&x)?)
    }
}

impl<T: Element> Module<T> for ResNet18<T> {
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, T>) {
        visitor.module("conv1", &self.conv1).module("bn1", &self.bn1);
        for (name, layer) in ["layer1", "layer2", "layer3", "layer4"].into_iter().zip(&self.layers) {
            visitor.module(name, layer);
        }
        visitor.module("fc", &self.fc);
    }
}

impl<T: Element> Layer<T> for ResNet18<T> {
    fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
        self.fc.try_forward(&self.features(x)?)
    }
}

/// Two convolutions, whose result is added to their input.
struct Block<T: Element> {
    conv1: Conv2d<T>,
    bn1: BatchNorm2d<T>,
    conv2: Conv2d<T>,
    bn2: BatchNorm2d<T>,
    /// Brings the input to the shape of the result, where they differ.
    downsample: Option<Sequential<T>>,
}

impl<T: Element> Block<T> {
    fn new(inputs: usize, outputs: usize, stride: usize) -> Self {
        let shortcut =
            || Sequential::new().then(convolution(inputs, outputs, 1, stride)).then(BatchNorm2d::new(outputs));
        Self {
            conv1: convolution(inputs, outputs, 3, stride),
            bn1: BatchNorm2d::new(outputs),
            conv2: convolution(outputs, outputs, 3, 1),
            bn2: BatchNorm2d::new(outputs),
            downsample: (stride != 1 || inputs != outputs).then(shortcut),
        }
    }
}

impl<T: Element> Module<T> for Block<T> {
    fn visit<'a>(&'a self, visitor: &mut Visitor<'_, 'a, T>) {
        visitor.module("conv1", &self.conv1).module("bn1", &self.bn1);
        visitor.module("conv2", &self.conv2).module("bn2", &self.bn2);
        visitor.module("downsample", &self.downsample);
    }
}

impl<T: Element> Layer<T> for Block<T> {
    /// `relu(bn(conv(relu(bn(conv(x))))) + x)`
    fn try_forward(&self, x: &Tensor<T>) -> Result<Tensor<T>, TensorError> {
        let y = self.bn1.try_forward(&self.conv1.try_forward(x)?)?.relu();
        let y = self.bn2.try_forward(&self.conv2.try_forward(&y)?)?;
        Ok(y.try_add(self.downsample.try_forward(x)?)?.relu())
    }
}

fn stage<T: Element>(inputs: usize, outputs: usize, stride: usize) -> Sequential<T> {
    Sequential::new().then(Block::new(inputs, outputs, stride)).then(Block::new(outputs, outputs, 1))
}

/// A convolution that keeps the size of the image but for the stride, without a bias, since a normalization follows.
fn convolution<T: Element>(inputs: usize, outputs: usize, kernel: usize, stride: usize) -> Conv2d<T> {
    let conv = Conv { stride: [stride; 2], padding: [kernel / 2; 2], ..Conv::default() };
    let conv = Conv2d::with(inputs, outputs, [kernel; 2], Conv2dOptions { conv, bias: false });
    kaiming_normal_(&conv.weight, Fan::Out, Nonlinearity::Relu).expect("a convolution's weight has two fans");
    conv
}
