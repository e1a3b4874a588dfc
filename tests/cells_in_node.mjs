// Every cell of the book's pages, run by what the pages would run them with, in node.
// Called with a folder of the files that a build writes, and a file of cells by page.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, pages] = process.argv.slice(2);
const read = (name) => readFileSync(`${folder}/${name}`);
process.on("uncaughtException", (fault) => {
  console.error(String(fault.message).slice(-2000));
  process.exit(1);
});
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const python = await loadPyodide({
  stdLibURL: `${folder}/python_stdlib.zip`,
  lockFileContents: read("lock.json").toString(),
});
python.FS.mkdir("/book");
python.FS.chdir("/book");
python.FS.writeFile("/book.zip", new Uint8Array(read("book.zip")));
python.FS.writeFile("/runner.py", read("runner.py").toString());
python.FS.writeFile("/pages.json", readFileSync(pages).toString());
python.runPython(`
import json, sys, zipfile
zipfile.ZipFile("/book.zip").extractall("/book")
sys.path[:0] = ["/book/src"]
names = {"__name__": "runner", "__file__": "/runner.py"}
exec(compile(open("/runner.py").read(), "/runner.py", "exec"), names)
done = {}
for page, cells in json.load(open("/pages.json")).items():
    one = names["Runner"](["crisis_paths", "explorers"])
    done[page] = [one.run(cell) for cell in cells]
done = json.dumps(done)
`);
console.log(python.globals.get("done"));
