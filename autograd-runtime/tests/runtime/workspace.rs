use autograd_runtime::Workspace;

fn place<T>(v: &[T]) -> usize {
    v.as_ptr() as usize
}

#[test]
fn buffers_come_back_for_any_type_of_that_size_and_alignment() {
    let mut workspace = Workspace::new();
    let saved: Vec<(f64, f64)> = workspace.take(10);
    let (first, capacity) = (place(&saved), saved.capacity());
    workspace.give(saved);
    assert_eq!(workspace.pooled_bytes(), 16 * capacity);

    // Same size, other alignment; same alignment, other size: not this buffer.
    assert_ne!(place(&workspace.take::<[u32; 4]>(10)), first);
    assert_ne!(place(&workspace.take::<f64>(10)), first);

    let mut again: Vec<[u64; 2]> = workspace.take(10);
    assert_eq!((place(&again), again.len(), again.capacity()), (first, 0, capacity));
    again.extend((0..1000).map(|i| [i, i * i]));
    assert_eq!(again[999], [999, 998001]);
    assert_eq!(workspace.pooled_bytes(), 0);
    workspace.give(again);
}

#[test]
fn closures_that_borrow_are_saved() {
    let mut workspace = Workspace::new();
    let mut place_of_first = None;
    for round in 0..3 {
        let data = [1.0, 2.0, 3.0 + f64::from(round)];
        let mut calls = workspace.take(3);
        assert_eq!(*place_of_first.get_or_insert(place(&calls)), place(&calls));
        for i in 0..3 {
            let (data, text) = (&data, format!("call {i}"));
            calls.push(move |seed: f64| (seed * data[i], text));
        }
        let results: Vec<(f64, String)> = (0..3).map(|_| calls.pop().unwrap()(2.0)).collect();
        assert_eq!(results[0], (6.0 + 2.0 * f64::from(round), "call 2".to_string()));
        workspace.give(calls);
    }
}

#[test]
fn giving_drops_the_elements_and_keeps_the_memory() {
    let counter = std::rc::Rc::new(());
    let mut workspace = Workspace::new();
    workspace.give(vec![counter.clone(), counter.clone()]);
    assert_eq!(std::rc::Rc::strong_count(&counter), 1);
    assert_eq!(workspace.pooled_bytes(), 2 * size_of::<usize>());
    assert_eq!(
        format!("{workspace:?}"),
        format!("Workspace {{ buffers: 1, pooled_bytes: {} }}", 2 * size_of::<usize>())
    );
    workspace.clear();
    assert_eq!(workspace.pooled_bytes(), 0);
}

#[test]
fn nothing_is_kept_of_empty_vectors_and_zero_sized_elements() {
    let mut workspace = Workspace::new();
    workspace.give(Vec::<f64>::new());
    workspace.give(vec![(); 100]);
    assert_eq!(format!("{workspace:?}"), "Workspace { buffers: 0, pooled_bytes: 0 }");
    assert_eq!(workspace.take::<()>(7).len(), 0);
    assert_eq!(workspace.take::<f64>(0).capacity(), 0);
}

#[test]
fn a_buffer_that_fits_is_preferred_and_one_that_does_not_is_replaced() {
    let mut workspace = Workspace::new();
    let (small, large) = (Vec::<u64>::with_capacity(4), Vec::<u64>::with_capacity(400));
    let (place_of_small, place_of_large) = (place(&small), place(&large));
    workspace.give(large);
    workspace.give(small);
    let fits = workspace.take::<u64>(100);
    assert_eq!(place(&fits), place_of_large);
    assert!(workspace.take::<u64>(100).capacity() >= 100);
    assert_eq!(workspace.pooled_bytes(), 0);
    workspace.give(fits);
    assert_eq!(place(&workspace.take::<u64>(0)), place_of_large);
    assert_ne!(place_of_small, place_of_large);
}

#[test]
fn overaligned_elements_keep_their_alignment() {
    #[derive(Clone, Copy)]
    #[repr(align(64))]
    struct Line(#[expect(dead_code, reason = "only its layout matters")] [u8; 64]);
    let mut workspace = Workspace::new();
    for _ in 0..3 {
        let mut lines: Vec<Line> = workspace.take(5);
        lines.push(Line([1; 64]));
        assert_eq!(place(&lines) % 64, 0);
        workspace.give(lines);
    }
}

#[test]
fn a_workspace_moves_between_threads() {
    let mut workspace = Workspace::new();
    workspace.give(vec![1.0; 8]);
    let workspace = std::thread::spawn(move || {
        assert!(workspace.take::<f64>(8).capacity() >= 8);
        workspace.give(vec![0_u16; 8]);
        workspace
    })
    .join()
    .unwrap();
    assert_eq!(workspace.pooled_bytes(), 16);
}
