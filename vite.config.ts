import type { UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

// Beside what Vaadin says: the licences of all packages that are in the bundle, with their texts, for the page of licences.
const withLicences: UserConfigFn = () => ({
  build: { license: { fileName: 'licences.json' } },
});

export default overrideVaadinConfig(withLicences);
