// Lets plain Node run the tests of the browser's pure files: resolves their imports, which as the bundler wants them
// have no extension. Node itself strips the types.
//
//     node --import ./frontend/testing/typescript.mjs --test "frontend/**/*.test.mjs"
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('.') && context.parentURL) {
      const source = new URL(`${specifier}.ts`, context.parentURL);
      if (existsSync(fileURLToPath(source))) return next(source.href, context);
    }
    return next(specifier, context);
  },
});
