// node:http in front of the generated service handler: node main.js PORT

import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { generateValidationMessage, generateValidationSummary } from "@aws-smithy/server-common";
import { HttpRequest } from "@smithy/protocol-http";
import { getAccountServiceHandler, ValidationException } from "generated-server";
import { callerFrom } from "./callers.js";
import { handlersOver } from "./handlers.js";

const toValidationException = (_operation, failures) =>
  new ValidationException({
    message: generateValidationSummary(failures),
    reason: "fieldValidationFailed",
    fieldList: failures.map((failure) => ({
      name: failure.path.replace(/^\//, ""),
      message: generateValidationMessage(failure),
    })),
  });

const service = getAccountServiceHandler(handlersOver(), toValidationException);

const server = createServer(async (incoming, outgoing) => {
  try {
    const [path, query = ""] = incoming.url.split("?", 2);
    const request = new HttpRequest({
      method: incoming.method,
      path,
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: incoming.headers,
      body: await buffer(incoming),
    });
    const context = { caller: callerFrom(incoming.headers.authorization), fault: incoming.headers["x-fault"] };
    const response = await service.handle(request, context);
    outgoing.statusCode = response.statusCode;
    outgoing.setHeaders(new Map(Object.entries(response.headers)));
    outgoing.end(response.body); // whole, so that node sends its length rather than chunks
  } catch (error) {
    console.error(error);
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(500).end();
  }
});

const port = Number(process.argv[2]);
server.on("error", (error) => {
  console.error(`smithy: ${error.message}`);
  process.exit(1);
});
server.listen(port, "127.0.0.1", () => console.log(`smithy: listening on http://127.0.0.1:${port}`));
