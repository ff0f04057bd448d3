"""The entry point: `zapis` and `python -m zapis`."""

import gc
import os
import sys
from io import TextIOWrapper

from zapis.cli.interruption import CODE, MESSAGE, expect_interruption, ignore_interruption

# Of a short run's hundreds of collections nearly none finds anything; rare ones still keep a
# long run small. A list of ten thousand tasks does with less than this.
_OBJECTS_BETWEEN_COLLECTIONS = 100_000


def main() -> None:
    """Run the command line; a fault inside zapis becomes a Czech sentence, not a traceback."""
    try:
        expect_interruption()
        gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="replace")
        try:
            _run()
        finally:
            ignore_interruption()
            # The system takes all memory back at once; Python need not look through it before.
            gc.freeze()
    except KeyboardInterrupt:  # before click is there to say so
        print(MESSAGE, file=sys.stderr)  # noqa: T201 - see above
        sys.exit(CODE)


def _run() -> None:
    from zapis.cli.app import cli  # noqa: PLC0415 - after the streams can speak Czech

    try:
        cli(prog_name="zapis")
    except Exception as error:
        if os.environ.get("ZAPIS_LADENI"):
            raise
        from zapis.codes import INTERNAL_ERROR  # noqa: PLC0415 - hardly ever needed

        print(  # noqa: T201 - click itself may be what failed
            f"chyba {INTERNAL_ERROR.id}: neočekávaná chyba v programu zapis "
            f"({type(error).__name__}: {error})\n"
            "   oprava: vaše soubory jsou v pořádku; spusťte příkaz znovu se ZAPIS_LADENI=1 "
            "a výpis přiložte k hlášení chyby",
            file=sys.stderr,
        )
        sys.exit(2)


if __name__ == "__main__":
    main()
