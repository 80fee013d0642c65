// Sends a file by tus-js-client and goes on by its own means whenever the line is cut; told what by JSON on stdin.
const { readFileSync, createReadStream } = require("node:fs");
const tus = require("tus-js-client");

const told = JSON.parse(readFileSync(0, "utf-8"));
let retried = 0;
const upload = new tus.Upload(createReadStream(told.file), {
  endpoint: told.endpoint,
  chunkSize: told.chunk,
  headers: { Authorization: `Bearer ${told.token}` },
  metadata: told.metadata,
  retryDelays: Array(told.retries).fill(20),
  onShouldRetry: () => (retried += 1),
  onError: (error) => {
    console.error(String(error));
    process.exit(1);
  },
  // The file and the lines that it keeps open would hold the program.
  onSuccess: () => process.stdout.write(JSON.stringify({ retried }), () => process.exit(0)),
});
upload.start();
