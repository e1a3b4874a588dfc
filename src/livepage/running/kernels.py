"""Kernels that are forked from a process that has imported already what they share.

A kernel spends most of its time on imports. One process (`nursery`) does them once; each notebook
then gets a kernel of its own that is forked from it. It is IPython's kernel as ever, spoken to as
ever: only where its process comes from differs.
"""

from pathlib import Path

from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning import LocalProvisioner

from livepage.running.forks import Forked, Nursery

# What a kernel may be given in its environment after Python has started.
HARMLESS = {"PYDEVD_DISABLE_FILE_VALIDATION"}
# Seconds that one may take to end: killed before, as after 2.5 by Jupyter's own measure, it would
# not say what it has opened. On a machine with much to do that is soon over.
TO_END = 120.0


class ForkingProvisioner(LocalProvisioner):
    """Has a kernel forked, where it is one that can be."""

    async def launch_kernel(self, cmd: list[str], **options: object) -> dict:
        """Start the kernel that a command names."""
        nursery = self.parent.nursery
        process = None
        if self.kernel_spec.env.keys() <= HARMLESS:
            cwd, report = str(options.get("cwd") or Path.cwd()), str(self.parent.report)
            process = nursery.fork(cmd, cwd=cwd, env=options["env"], report=report)
        if process is None:
            return await super().launch_kernel(cmd, **options)
        self.process = Forked(nursery, process)
        self.pid = self.pgid = process
        return self.connection_info

    def get_shutdown_wait_time(self, recommended: float = 5.0) -> float:
        """Return how long a kernel may take to end before it is killed, in seconds."""
        return max(recommended, TO_END)


class ForkingManager(AsyncKernelManager):
    """Manages a kernel that comes from `nursery` and writes down in `report` what it opens."""

    nursery: Nursery
    report: Path

    async def _async_pre_start_kernel(self, **options: object) -> tuple[list[str], dict]:
        if self.provisioner is None:
            self.provisioner = ForkingProvisioner(
                kernel_id=self.kernel_id or "", kernel_spec=self.kernel_spec, parent=self
            )
        return await super()._async_pre_start_kernel(**options)


def managed(nursery: Nursery, report: Path) -> type[ForkingManager]:
    """Return the kind of manager whose kernel comes from this nursery, as nbclient wants one."""
    return type("Managed", (ForkingManager,), {"nursery": nursery, "report": report})
