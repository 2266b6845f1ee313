import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missingPackages } from '../../../electron/launch/system-parts'

test.runIf(existsSync('/usr/bin/dpkg-query'))(
  'packages that Debian does not have installed are missing, others are not',
  () => {
    expect(missingPackages(['dpkg', 'no-such-package-of-ours', '--help'])).toEqual([
      'no-such-package-of-ours',
      '--help'
    ])
  }
)
