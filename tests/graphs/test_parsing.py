"""Threads that parse at the same moment do not fail each other."""

import sys
import threading

from graphs.parsing import parse_expression, parse_module


def test_two_threads_may_read_expressions_and_files_at_once():
    deep = "(" * 60 + "a" + " + 1)" * 60
    file = "\n".join(f"x{n} = {deep}" for n in range(20))
    failed: list[BaseException] = []

    def reads(parse, text):
        try:
            for _ in range(40):
                parse(text)
        except BaseException as error:
            failed.append(error)

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [
            threading.Thread(target=reads, args=given) for given in ((parse_expression, deep), (parse_module, file))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(before)
    assert not failed
