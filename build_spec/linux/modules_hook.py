"""Runs before all else: modules of the start come from one file that is read at once."""

import gc
import marshal
import sys
from _frozen_importlib import ModuleSpec

FILE = "start.modules"

if getattr(sys, "frozen", False):
    from pyimod02_importers import PyiFrozenLoader  # type: ignore[import-not-found]  # frozen alone

    class Loader(PyiFrozenLoader):  # type: ignore[misc]  # what is not found has no type
        """Hands a module's code over and lets go of it; asked again, it reads the file again."""

        def get_code(self, fullname: str) -> object:
            package, code = Modules.code[fullname]
            Modules.code[fullname] = package, None
            return code or Modules.read()[fullname][1]

    class Modules:
        """Finds the modules that lie in the file."""

        code: dict[str, tuple[bool, object]]  # by name, whether it is a package, and its code

        @staticmethod
        def read() -> dict[str, tuple[bool, object]]:
            # By `open`: pathlib itself comes from this file.
            with open(f"{getattr(sys, '_MEIPASS', '')}/{FILE}", "rb") as file:  # noqa: PTH123
                modules: dict[str, tuple[bool, object]] = marshal.loads(file.read())
            return modules

        @classmethod
        def find_spec(
            cls, name: str, path: object = None, target: object = None
        ) -> ModuleSpec | None:
            """What Python asks before it looks for a module elsewhere."""
            if name not in cls.code:
                return None
            package = cls.code[name][0]
            loader = Loader(name, None, name, package)
            spec = ModuleSpec(name, loader, origin=loader.path, is_package=package)
            spec.has_location = True
            if package:
                spec.submodule_search_locations = [loader.path.removesuffix("/__init__.py")]
            return spec

    gc.disable()  # nothing that was read is waste
    Modules.code = Modules.read()
    gc.enable()
    sys.meta_path.insert(0, Modules)
