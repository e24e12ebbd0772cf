import path from 'path';
import type { UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

// Beside what Vaadin says: the licences of all packages that are in the bundle, with their texts, for the page of licences;
// and a second page, for the frames of other sites, which starts none of Vaadin's client.
// What many pages share comes in few files: left alone it would be a hundred of a kilobyte or two, each of which is a request, and some
// of a phone's time before it is one.
const shared = [
  { name: 'lit', test: /node_modules[\\/](@lit|lit|lit-html|lit-element)[\\/]/, minShareCount: 3 },
  { name: 'elements', test: /node_modules[\\/]@vaadin[\\/]/, minShareCount: 12 },
  { name: 'shared', test: /frontend[\\/](?!generated)/, minShareCount: 9, maxModuleSize: 8_000 },
];

const ours: UserConfigFn = () => ({
  build: {
    license: { fileName: 'licences.json' },
    rolldownOptions: {
      input: { embed: path.resolve(__dirname, 'frontend/embed.html') },
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: shared } },
    },
  },
});

export default overrideVaadinConfig(ours);
