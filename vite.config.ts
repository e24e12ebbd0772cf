import { readFileSync } from 'fs';
import path from 'path';
import type { Plugin, UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

const generated = (name: string) => path.resolve(__dirname, 'frontend/generated', name);

interface Modules {
  getModuleInfo(id: string): { importedIds: string[] } | null;
}

/** All that is imported where these modules are, without what they import later. */
function reached(from: string[], modules: Modules): Set<string> {
  const ids = new Set(from);
  for (const id of ids) modules.getModuleInfo(id)?.importedIds.forEach((other) => ids.add(other));
  return ids;
}

let start: Set<string>;
let everyPage: Set<string>;

// What every page needs, once it has started, comes in a file, and what many share in two, Vaadin's elements in one of them: left alone
// these would be a hundred of a kilobyte or two, each of which is looked up and asked for by itself.
const files = [
  {
    name: (id: string, modules: Modules) => {
      start ??= reached([generated('index.ts'), generated('vaadin.ts')], modules);
      everyPage ??= reached([generated('flow/generated-flow-imports.js')], modules);
      return everyPage.has(id) && !start.has(id) ? 'first' : null;
    },
    priority: 1,
  },
  { name: 'elements', test: /node_modules[\\/]@vaadin/, minShareCount: 6 },
  { name: 'shared', test: /frontend[\\/](?!generated)/, minShareCount: 6, maxModuleSize: 8000 },
];

/** The chunk of each page, by the key under which Flow's client asks for it. */
function pagesOf(imports: string): [string, string][] {
  const asked = /key === '([0-9a-f]+)'\) \{\s*pending\.push\(import\('(.+?)'\)\)/g;
  return [...readFileSync(imports, 'utf8').matchAll(asked)].map(([, key, chunk]) => [key, path.resolve(path.dirname(imports), chunk)]);
}

// The server's first answer has a page's scripts fetched beside each other: left alone the client asks for one after the other.
const scriptsTold: Plugin = {
  name: 'scripts-told',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const told = new Set<string>();
    const untold = (...modules: string[]) => {
      const files = new Set(modules.flatMap((id) => chunks.find((chunk) => chunk.moduleIds.includes(id))?.fileName ?? []));
      for (const file of files) chunks.find((chunk) => chunk.fileName === file)?.imports.forEach((other) => files.add(other));
      return [...files].filter((file) => !told.has(file));
    };
    const lines: string[] = [];
    const tell = (name: string, files: string[]) => lines.push(`${name}=${files.map((file) => `./${file}`).join(' ')}\n`);
    const imports = generated('flow/generated-flow-imports.js');
    for (const [name, modules] of Object.entries({
      start: [generated('index.ts')],
      client: [generated('jar-resources/FlowBootstrap.js'), imports, generated('jar-resources/FlowClient.js')],
    })) {
      const files = untold(...modules);
      tell(name, files);
      files.forEach((file) => told.add(file));
    }
    for (const [key, chunk] of pagesOf(imports)) tell(key, untold(chunk));
    this.emitFile({ type: 'asset', fileName: 'scripts.properties', source: lines.join('') });
  },
};

// Beside what Vaadin says: these files, with short names, and no code for browsers that do not know of them beforehand; the licences of all packages that are in the bundle, with their texts, for the page of licences;
// and a second page, for the frames of other sites, which starts none of Vaadin's client.
const ours: UserConfigFn = () => ({
  plugins: [scriptsTold],
  build: {
    modulePreload: { polyfill: false },
    license: { fileName: 'licences.json' },
    rolldownOptions: {
      input: { embed: path.resolve(__dirname, 'frontend/embed.html') },
      output: {
        chunkFileNames: ({ name }) => `VAADIN/build/${name.replace(/^(chunk-[0-9a-f]{6})[0-9a-f]{58}$/, '$1')}-[hash].js`,
        codeSplitting: { includeDependenciesRecursively: false, groups: files },
      },
    },
  },
});

export default overrideVaadinConfig(ours);
