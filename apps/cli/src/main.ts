import { run } from "./run.ts";

/** A reader that stops reading, such as `head`, is no failure: end quietly. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (fault: NodeJS.ErrnoException) => {
    if (fault.code === "EPIPE") process.exit(process.exitCode ?? 0);
    process.exit(3);
  });
}

const columns = process.stdout.columns ?? 100;
process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  width: Math.max(40, columns),
  watched: process.stderr.isTTY === true,
  styled: process.stdout.isTTY === true && (process.env.NO_COLOR ?? "") === "",
});
