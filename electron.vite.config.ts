import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import Components from 'unplugin-vue-components/vite'

const root = import.meta.dirname
const shared = resolve(root, 'shared')
const alias = { '@shared': shared }

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      outDir: resolve(root, 'out/main'),
      minify: true,
      externalizeDeps: true, // everything in "dependencies" stays an import at run time
      rolldownOptions: {
        input: {
          shell: resolve(root, 'electron/shell/main.ts'),
          serve: resolve(root, 'electron/loopback/main.ts'),
          simulator: resolve(root, 'electron/simulator/main.ts'),
          rollout: resolve(root, 'electron/cli/main.ts')
        }
      }
    }
  },
  preload: {
    build: {
      outDir: resolve(root, 'out/preload'),
      externalizeDeps: false, // a sandboxed preload cannot require() node_modules: bundle them
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/shell/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' } // sandbox: true needs CommonJS
      }
    }
  },
  renderer: {
    root: resolve(root, 'renderer'),
    resolve: { alias: { ...alias, '@': resolve(root, 'renderer') } },
    plugins: [vue(), Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver()] })],
    build: {
      outDir: resolve(root, 'out/renderer'),
      minify: true,
      license: { fileName: 'licences.json' }, // resources/packaging/licences.ts adds what the main process loads
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          index: resolve(root, 'renderer/index.html'),
          'desk-bridge': resolve(root, 'electron/loopback/bridge.ts') // imports nothing at run time: one file
        },
        output: {
          entryFileNames: ({ name }) => (name === 'desk-bridge' ? '[name].js' : 'assets/[name]-[hash].js'),
          // One chunk for what every start needs: each small one is a request before the first row.
          codeSplitting: {
            groups: [{ name: 'base', tags: ['$initial'], test: (id: string) => !id.includes('loopback/bridge') }]
          }
        }
      }
    }
  }
})
