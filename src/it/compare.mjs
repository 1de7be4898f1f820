// compare.mjs NAME EXITCODE EXPECTED REPORT : one line that says whether a certification went as expected.
// EXPECTED has the exit code, and for each clause that matters its verdict, or "noted: READING" for an open one.

import { existsSync, readFileSync } from "node:fs";

const [name, exitCode, expectedFile, reportFile] = process.argv.slice(2);
const expected = JSON.parse(readFileSync(expectedFile, "utf8"));
const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, "utf8")) : undefined;
const verdicts = new Map(
  report?.clauses.map(({ id, verdict, reading }) => [id, verdict === "noted" ? `noted: ${reading}` : verdict]),
);

const surprises = [];
if (Number(exitCode) !== expected.exitCode) surprises.push(`exit code ${exitCode} instead of ${expected.exitCode}`);
for (const [id, verdict] of report ? Object.entries(expected.clauses) : []) {
  const was = verdicts.get(id) ?? "not in the report";
  if (was !== verdict) surprises.push(`${id} ${was} instead of ${verdict}`);
}

const run = report ? `exit code ${exitCode}, ${report.result}, ${report.requests} requests` : "no report";
if (!report) surprises.push(`${reportFile} was not written`);
if (surprises.length === 0) {
  console.log(`${name}: as expected: ${run}, ${Object.keys(expected.clauses).length} clauses compared`);
} else {
  console.log(`${name}: NOT as expected: ${run}; ${surprises.join("; ")}`);
  process.exitCode = 1;
}
