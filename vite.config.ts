import path from 'path';
import type { UserConfigFn } from 'vite';
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

// Beside what Vaadin says: these files; the licences of all packages that are in the bundle, with their texts, for the page of licences;
// and a second page, for the frames of other sites, which starts none of Vaadin's client.
const ours: UserConfigFn = () => ({
  build: {
    license: { fileName: 'licences.json' },
    rolldownOptions: {
      input: { embed: path.resolve(__dirname, 'frontend/embed.html') },
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: files } },
    },
  },
});

export default overrideVaadinConfig(ours);
