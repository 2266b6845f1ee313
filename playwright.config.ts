import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

// The system's Chromium where there is one (Debian: apt-get install chromium), else Playwright's own.
const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path && existsSync(path))

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/build-first.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1, // the keychain is one for all: what locks it would lock it for the others
  timeout: 120_000,
  expect: { timeout: 30_000 }, // a page that is right, on a machine that is slow, is right
  forbidOnly: !!process.env['CI'],
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run'
      ]
    }
  }
})
