import path from 'path';
import type { UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

// Beside what Vaadin says: the licences of all packages that are in the bundle, with their texts, for the page of licences;
// and a second page, for the frames of other sites, which starts none of Vaadin's client.
const ours: UserConfigFn = () => ({
  build: {
    license: { fileName: 'licences.json' },
    rolldownOptions: { input: { embed: path.resolve(__dirname, 'frontend/embed.html') } },
  },
});

export default overrideVaadinConfig(ours);
