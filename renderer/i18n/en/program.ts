import type { Translated } from '../translated'
import type zh from '../zh/program'

export default {
  updates: {
    label: 'Updates',
    check: 'Check for updates',
    checking: 'Checking…',
    install: 'Install and reopen now',
    idle: 'Not checked yet. The program checks by itself a minute after it was opened.',
    current: 'This is the newest version (checked {time}).',
    downloading: 'Downloading {version}, {percent}%',
    ready: '{version} is downloaded and is installed when you quit, unless a rollout is running.',
    off: {
      checkout: 'Runs in a browser: updates come with the code. Fetch the new code and start again.',
      development: 'A program under development does not check for updates.',
      no_server: 'This program has no update server. Ask whoever gave it to you for new versions.'
    }
  },
  licences: {
    label: 'Third-party software',
    open: 'View licences',
    title: 'Third-party licences',
    loading: 'Reading…',
    missing: 'This program carries no list of licences: it is made when the program is built.',
    count: '{n} package | {n} packages',
    search: 'Find by name',
    none: 'No such name',
    noText: 'The package carries no licence text.'
  }
} satisfies Translated<typeof zh>
