"""The programs of `tensor_overhead` in PyTorch: prints the median time of one of them in seconds."""

import statistics
import sys
import time

import torch


def chain(x):
    c = torch.full_like(x, 0.999).detach()

    def run():
        x.grad = None
        y = x
        for i in range(1000):
            y = y * c if i % 2 == 0 else y + x
        y.sum().backward()

    return run


def network():
    images, target = torch.randn(64, 784), torch.randn(64, 10)
    shapes = [(784, 128), (1, 128), (128, 10), (1, 10)]
    w1, b1, w2, b2 = parameters = [(torch.randn(s) * 0.05).requires_grad_() for s in shapes]

    def run():
        error = (images @ w1 + b1).relu() @ w2 + b2 - target
        (error * error).mean().backward()
        with torch.no_grad():
            for p in parameters:
                p -= p.grad * 1e-6
                p.grad = None

    return run


def matmul():
    a, b = ((torch.randn(512, 512) * 0.05).requires_grad_() for _ in range(2))

    def run():
        a.grad = b.grad = None
        y = a @ b
        (y * y).sum().backward()

    return run


PROGRAMS = {
    "scalars": lambda: chain(torch.tensor(1.0).requires_grad_()),
    "vectors": lambda: chain((1 + torch.arange(1024) * 1e-4).requires_grad_()),
    "network": network,
    "matmul": matmul,
}

run = PROGRAMS[sys.argv[1]]()
times = []
run()
start = time.perf_counter()
while len(times) < 11 or time.perf_counter() - start < 3:
    before = time.perf_counter()
    run()
    times.append(time.perf_counter() - before)
print(statistics.median(times))
