import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import Components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vitest/config'

const alias = {
  '@shared': resolve(import.meta.dirname, 'shared'),
  '@': resolve(import.meta.dirname, 'renderer')
}

/** A test that is right on a slow machine is right; what must be fast is measured by tests/bench. */
const testTimeout = 45_000

export default defineConfig({
  test: {
    // Many tests wait for a process or a socket: left to itself, Vitest takes one worker on two cores, which then idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'main',
          testTimeout,
          environment: 'node',
          include: ['tests/{unit,integration,security,architecture,packaging}/**/*.test.ts'],
          exclude: ['tests/unit/renderer/**']
        }
      },
      {
        resolve: { alias },
        plugins: [
          vue(),
          Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: false })] })
        ],
        test: {
          name: 'renderer',
          testTimeout,
          environment: 'happy-dom',
          include: ['tests/unit/renderer/**/*.test.ts'],
          server: { deps: { inline: ['element-plus'] } }
        }
      }
    ]
  }
})
