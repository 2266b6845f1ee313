import type { Browser } from '@playwright/test'
import { measureAgainstLoop } from './rollout-loop.ts'
import { measureResume } from './rollout-resume.ts'
import { measureThroughput } from './rollout-throughput.ts'
import type { Folders } from './support/folders.ts'
import type { Measurement } from './support/report.ts'
import type { Filled } from './start.ts'

/** Rollouts over the merchants of a platform: how soon after a restart, how fast, and what they cost the rest meanwhile. */
export async function measureRollouts(
  browser: Browser,
  folders: Folders,
  filled: Filled
): Promise<readonly Measurement[]> {
  const resume = await measureResume(folders, filled)
  const throughput = await measureThroughput(browser, folders, filled)
  return [resume, ...throughput, await measureAgainstLoop(folders, filled)]
}
