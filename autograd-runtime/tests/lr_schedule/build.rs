//! From a recorded description to a schedule attached to an optimizer.

use autograd_runtime::optim::schedule::{
    AnnealStrategy, ChainedScheduler, ConstantLr, CosineAnnealingLr, CosineAnnealingWarmRestarts, CyclicLr, CyclicMode,
    ExponentialLr, LambdaLr, LinearLr, LrFunction, MultiStepLr, MultiplicativeLr, OneCycleLr, PerGroup, PlateauMode,
    PlateauSchedule, PolynomialLr, ReduceLrOnPlateau, Rule, Schedule, ScheduleState, Scheduler, SequentialLr, StepLr,
    ThresholdMode,
};
use autograd_runtime::optim::{OptimError, ParameterGroups};
use serde_json::Value;

use crate::expression::evaluate;
use crate::options::{Options, set};

/// A schedule of either kind.
pub(crate) enum Attached {
    Counting(Box<dyn Scheduler>),
    Plateau(Box<PlateauSchedule>),
}

impl Attached {
    pub(crate) fn step(&mut self, groups: &mut dyn ParameterGroups, metric: Option<f64>) -> Result<(), OptimError> {
        match self {
            Self::Counting(scheduler) => scheduler.step(groups),
            Self::Plateau(plateau) => plateau.step(groups, metric.expect("a metric for every step")),
        }
    }

    pub(crate) fn last_lr(&self) -> &[f64] {
        match self {
            Self::Counting(scheduler) => scheduler.last_lr(),
            Self::Plateau(plateau) => plateau.last_lr(),
        }
    }

    pub(crate) fn state(&self) -> ScheduleState {
        match self {
            Self::Counting(scheduler) => scheduler.state(),
            Self::Plateau(plateau) => plateau.state(),
        }
    }

    pub(crate) fn load_state(&mut self, saved: &ScheduleState) -> Result<(), OptimError> {
        match self {
            Self::Counting(scheduler) => scheduler.load_state(saved),
            Self::Plateau(plateau) => plateau.load_state(saved),
        }
    }
}

/// Builds the schedule that `options` describe, refusing options it does not know.
pub(crate) fn attach(groups: &mut dyn ParameterGroups, options: Options) -> Result<Attached, OptimError> {
    if options.owner == "ReduceLROnPlateau" {
        return plateau(options).attach(groups).map(Box::new).map(Attached::Plateau);
    }
    counting(groups, options).map(Attached::Counting)
}

fn counting(groups: &mut dyn ParameterGroups, mut o: Options) -> Result<Box<dyn Scheduler>, OptimError> {
    match o.owner.as_str() {
        "StepLR" => {
            let mut rule = StepLr::new(o.int("step_size").expect("step_size"));
            set(&mut rule.gamma, o.float("gamma"));
            finish(groups, o, rule)
        }
        "MultiStepLR" => {
            let mut rule = MultiStepLr::new(o.ints("milestones").expect("milestones"));
            set(&mut rule.gamma, o.float("gamma"));
            finish(groups, o, rule)
        }
        "ConstantLR" => {
            let mut rule = ConstantLr::default();
            set(&mut rule.factor, o.float("factor"));
            set(&mut rule.total_iters, o.int("total_iters"));
            finish(groups, o, rule)
        }
        "LinearLR" => {
            let mut rule = LinearLr::default();
            set(&mut rule.start_factor, o.float("start_factor"));
            set(&mut rule.end_factor, o.float("end_factor"));
            set(&mut rule.total_iters, o.int("total_iters"));
            finish(groups, o, rule)
        }
        "ExponentialLR" => {
            let rule = ExponentialLr { gamma: o.float("gamma").expect("gamma") };
            finish(groups, o, rule)
        }
        "PolynomialLR" => {
            let mut rule = PolynomialLr::default();
            set(&mut rule.total_iters, o.int("total_iters"));
            set(&mut rule.power, o.float("power"));
            finish(groups, o, rule)
        }
        "CosineAnnealingLR" => {
            let mut rule = CosineAnnealingLr::new(o.int("T_max").expect("T_max"));
            set(&mut rule.eta_min, o.float("eta_min"));
            finish(groups, o, rule)
        }
        "CosineAnnealingWarmRestarts" => {
            let mut rule = CosineAnnealingWarmRestarts::new(o.int("T_0").expect("T_0"));
            set(&mut rule.t_mult, o.int("T_mult"));
            set(&mut rule.eta_min, o.float("eta_min"));
            finish(groups, o, rule)
        }
        "LambdaLR" => {
            let rule = LambdaLr { lr_lambda: lambdas(&mut o) };
            finish(groups, o, rule)
        }
        "MultiplicativeLR" => {
            let rule = MultiplicativeLr { lr_lambda: lambdas(&mut o) };
            finish(groups, o, rule)
        }
        "OneCycleLR" => {
            let rule = one_cycle(&mut o);
            finish(groups, o, rule)
        }
        "CyclicLR" => {
            let rule = cyclic(&mut o);
            finish(groups, o, rule)
        }
        "SequentialLR" => {
            let milestones = o.ints("milestones").expect("milestones");
            let parts = parts(groups, &mut o)?;
            o.finish();
            Ok(Box::new(SequentialLr::new(groups, parts, milestones)?))
        }
        "ChainedScheduler" => {
            let parts = parts(groups, &mut o)?;
            o.finish();
            Ok(Box::new(ChainedScheduler::new(groups, parts)?))
        }
        other => panic!("unknown scheduler `{other}`"),
    }
}

fn finish<R: Rule + 'static>(
    groups: &mut dyn ParameterGroups,
    options: Options,
    rule: R,
) -> Result<Box<dyn Scheduler>, OptimError> {
    options.finish();
    Ok(Box::new(Schedule::new(groups, rule)?))
}

fn parts(groups: &mut dyn ParameterGroups, o: &mut Options) -> Result<Vec<Box<dyn Scheduler>>, OptimError> {
    let calls = o.list("schedulers").expect("schedulers");
    calls.iter().map(|call| counting(groups, Options::parse(call.as_str().expect("a call")))).collect()
}

fn lambdas(o: &mut Options) -> PerGroup<LrFunction> {
    let function = |text: &Value| {
        let text = text.as_str().expect("an expression").to_string();
        LrFunction::new(move |epoch| evaluate(&text, epoch))
    };
    match o.take("lambda").expect("lambda") {
        Value::Array(list) => PerGroup::Each(list.iter().map(function).collect()),
        one => PerGroup::All(function(&one)),
    }
}

fn one_cycle(o: &mut Options) -> OneCycleLr {
    let mut rule = OneCycleLr::new(o.per_group("max_lr").expect("max_lr"));
    (rule.total_steps, rule.epochs) = (o.int("total_steps"), o.int("epochs"));
    rule.steps_per_epoch = o.int("steps_per_epoch");
    set(&mut rule.pct_start, o.float("pct_start"));
    set(
        &mut rule.anneal_strategy,
        o.word("anneal_strategy").map(|word| match word.as_str() {
            "cos" => AnnealStrategy::Cos,
            "linear" => AnnealStrategy::Linear,
            other => panic!("unknown anneal_strategy `{other}`"),
        }),
    );
    set(&mut rule.cycle_momentum, o.flag("cycle_momentum"));
    set(&mut rule.base_momentum, o.per_group("base_momentum"));
    set(&mut rule.max_momentum, o.per_group("max_momentum"));
    set(&mut rule.div_factor, o.float("div_factor"));
    set(&mut rule.final_div_factor, o.float("final_div_factor"));
    set(&mut rule.three_phase, o.flag("three_phase"));
    rule
}

fn cyclic(o: &mut Options) -> CyclicLr {
    let (base, max) = (o.per_group("base_lr").expect("base_lr"), o.per_group("max_lr").expect("max_lr"));
    let mut rule = CyclicLr::new(base, max);
    set(&mut rule.step_size_up, o.float("step_size_up"));
    rule.step_size_down = o.float("step_size_down");
    set(
        &mut rule.mode,
        o.word("mode").map(|word| match word.as_str() {
            "triangular" => CyclicMode::Triangular,
            "triangular2" => CyclicMode::Triangular2,
            "exp_range" => CyclicMode::ExpRange,
            other => panic!("unknown mode `{other}`"),
        }),
    );
    set(&mut rule.gamma, o.float("gamma"));
    set(&mut rule.cycle_momentum, o.flag("cycle_momentum"));
    set(&mut rule.base_momentum, o.per_group("base_momentum"));
    set(&mut rule.max_momentum, o.per_group("max_momentum"));
    rule
}

fn plateau(mut o: Options) -> ReduceLrOnPlateau {
    let mut rule = ReduceLrOnPlateau::default();
    set(
        &mut rule.mode,
        o.word("mode").map(|word| match word.as_str() {
            "min" => PlateauMode::Min,
            "max" => PlateauMode::Max,
            other => panic!("unknown mode `{other}`"),
        }),
    );
    set(&mut rule.factor, o.float("factor"));
    set(&mut rule.patience, o.int("patience").map(i64::unsigned_abs));
    set(&mut rule.threshold, o.float("threshold"));
    set(
        &mut rule.threshold_mode,
        o.word("threshold_mode").map(|word| match word.as_str() {
            "rel" => ThresholdMode::Rel,
            "abs" => ThresholdMode::Abs,
            other => panic!("unknown threshold_mode `{other}`"),
        }),
    );
    set(&mut rule.cooldown, o.int("cooldown").map(i64::unsigned_abs));
    set(&mut rule.min_lr, o.per_group("min_lr"));
    set(&mut rule.eps, o.float("eps"));
    o.finish();
    rule
}
