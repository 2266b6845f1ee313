import type zh from '../zh/rollout-run'
import type { Translated } from '../translated'

export default {
  busy: 'The last action has not finished',
  fix: 'Fix',
  retry: 'Retry',
  skip: 'Skip',
  noVersion: 'None',
  reading: 'Reading the rollout',
  waveName: 'Wave {number}',
  cause: {
    heading: 'Causes',
    kinds: '{n}',
    none: 'Nothing needs attention.',
    hint: '{title}\nPress to show these merchants only',
    showAll: 'Show all',
    showOnly: 'Show these only',
    retry: 'Retry {n}',
    retryFixed: 'Fixed, retry {n}',
    unconfirmed: 'Can be retried once the outcome is confirmed'
  },
  button: {
    pause: 'Pause',
    resume: 'Continue',
    startNow: 'Start now',
    stop: 'Stop…',
    openWave: 'Open {wave}',
    openWaveOf: 'Open {wave} ({total})',
    releaseTogether: 'Release {n} together…',
    retry: 'Retry {n} failed',
    more: 'More'
  },
  more: {
    openWave: '{open} now…',
    report: 'Show report',
    clone: 'Copy as a new plan…',
    release: 'Release approved…',
    rollback: 'Roll back this rollout…'
  },
  followUp: {
    notOnline: 'This rollout released nothing',
    noneReleased: 'No merchant has been released yet',
    notSubmitted: 'This rollout submitted nothing for review',
    stillRunning: 'Still going on; approved versions are released as planned',
    nothingWaits: 'No merchant waits for its release',
    rollbackTitle: 'Roll back: {title}',
    releaseTitle: 'Release: {title}'
  },
  question: {
    stop: 'Stop this rollout?',
    stopText:
      'The {n} merchant of “{title}” that has not begun is skipped, and the rollout cannot go on after that. What is being sent is finished. | The {n} merchants of “{title}” that have not begun are skipped, and the rollout cannot go on after that. What is being sent is finished.',
    stopReviews:
      '{n} submitted review goes on at the platform; it is not withdrawn, and not released by itself. | {n} submitted reviews go on at the platform; they are not withdrawn, and not released by themselves.',
    stopButton: 'Stop',
    release: 'Release {n} merchant? | Release {n} merchants together?',
    releaseText:
      '{n} merchant of “{title}” gets its approved version online, for all users. | {n} merchants of “{title}” get their approved version online, for all users.',
    releaseVersion:
      '{n} merchant of “{title}” gets version {version} online, for all users. | {n} merchants of “{title}” get version {version} online, for all users.',
    releaseButton: 'Release',
    openWave: 'Open the next wave now?',
    openWaveText:
      '{wave} has not finished. {n} merchant of {next} begins at once. | {wave} has not finished. The {n} merchants of {next} begin at once.',
    openWaveButton: 'Open',
    skip: 'Skip {n} merchants?',
    skipText:
      'Nothing more is sent to skipped merchants, and their reviews are no longer followed. Retry starts them again.',
    skipButton: 'Skip'
  },
  hold: {
    planned: 'Not started',
    plannedText: 'It starts by itself when it is time. Press “Start now” to start earlier.',
    decide: 'Waiting for you',
    gateText: 'Check this wave, then press “{button}”.',
    gateOpens: 'The next wave opens by itself',
    gateOpensIn: 'It opens in {wait} unless something fails. Press “{button}” to open it now, “Pause” to hold it.',
    gateOpensNow: 'It is about to open unless something fails. Press “{button}” to open it now, “Pause” to hold it.',
    trainText: 'Press “Release together” to bring the new version online.',
    trainTrouble:
      '{n} did not succeed; see to it first if you like, then press “Release together”. | {n} did not succeed; see to them first if you like, then press “Release together”.',
    operator: 'Paused by the operator',
    operatorText: 'Nothing new begins; reviews are followed, but nothing is released. Press “Continue” to go on.',
    stopRuleText: 'Look at the causes first; then press “Continue”. What failed can be retried.',
    account: 'The account cannot be used now',
    accountText: 'Press “Continue” once the problem is solved.',
    quota: "The platform's allowance is used up",
    quotaText: 'Press “Continue” once the allowance is back.',
    toAccount: 'See the account'
  },
  sentence: {
    succeeded: '{n} succeeded',
    finished: '{n} done',
    approved: '{n} approved',
    together: '{n} ready to release',
    reviewing: '{n} in review',
    failed: '{n} failed',
    rejected: '{n} rejected',
    blocked: '{n} not sent',
    unknown: '{n} unconfirmed',
    skipped: '{n} skipped',
    noMerchants: 'no merchants',
    noOutcome: '{n} merchant, no outcome yet | {n} merchants, no outcomes yet',
    outcomes: '{parts} (of {total})',
    train: '{n} approved; waiting for you to release them together',
    waveEnded: '{wave} has finished; {what}',
    waveEndedSum: '{wave} has finished, {sum}; {what}',
    decideOpen: 'waiting for you to open {wave}',
    opensItself: '{wave} opens by itself',
    planned: '{state}: {n} merchant | {state}: {n} merchants',
    plannedAt: '{state}: {n} merchant, starts {time} | {state}: {n} merchants, starts {time}',
    progress: '{state}: {progress}',
    left: '{sentence}, about {left} left',
    leftLess: '{sentence}, {left} left',
    leftSending: '{sentence}, about {left} of sending left',
    leftSendingLess: '{sentence}, {left} of sending left'
  },
  head: {
    started: 'Started: {time}',
    created: 'Created: {time}',
    finished: 'Finished: {time}'
  },
  progress: {
    label: 'Progress',
    byWave: 'By wave',
    now: 'Now: {steps}',
    stepCount: '{step} {count}',
    perMinute: '{n} a minute',
    reviewing: '{n} in review',
    reviewingSince: '{n} in review; longest, submitted: {time}',
    unknown: '{n} outcome is being confirmed, not sent again | {n} outcomes are being confirmed, not sent again',
    unknownHint: 'The answer was lost. It is only read, not sent again, and goes on by itself once known',
    stuck: 'No review outcome for over 48 hours: {names}',
    namesMore: '{names} and more, {n} in all',
    notOpen: 'Not open yet'
  },
  log: {
    heading: 'Events',
    toEnd: 'To the latest',
    empty: 'Nothing has happened yet.'
  },
  missing: {
    accountGone: 'This account was removed',
    accountGoneText: 'Its rollouts were deleted with it. The versions on the platform are not affected.',
    gone: 'There is no such rollout',
    goneText: 'It may belong to another account, or the data was erased.',
    all: 'See all rollouts'
  },
  tools: {
    label: 'Filter merchants',
    searchPlaceholder: 'Name, AppID',
    search: 'Search the merchants of this rollout',
    found: '{shown} of {total}',
    clear: 'Clear filter'
  },
  selection: {
    label: 'Selected merchants',
    chosen: '{n} selected',
    hidden: '{n} of them hidden by the filter',
    retry: 'Retry {n}',
    skip: 'Skip {n}',
    clear: 'Clear selection',
    noRetry: 'None of them failed, was rejected, not sent or skipped',
    noSkip: 'None of them is still waiting'
  },
  grid: {
    merchants: 'Merchants',
    label: 'Merchants of the rollout',
    merchant: 'Merchant',
    wave: 'Wave',
    step: 'Step',
    state: 'State',
    content: 'Content',
    version: 'Version',
    note: 'Details',
    changed: 'Changed',
    actions: 'Actions',
    tickAll: 'Select all merchants in the list',
    tick: 'Select {name}',
    becomes: 'becomes',
    retryNamed: 'Retry {name}',
    skipNamed: 'Skip {name}',
    nothing: 'No merchant matches.'
  },
  item: {
    appId: 'AppID',
    open: 'Open merchant',
    close: 'Close',
    closeHint: 'Close (Esc)',
    tries: '{step}, failed once | {step}, failed {n} times',
    submitted: 'Submitted: {time}',
    submittedShort: 'Sent: {time}',
    withAdvice: '{text}. {advice}',
    again: 'Next try: {time}',
    attempt: 'Try {number}',
    trouble: '{when} – {text}',
    waveClosed: 'Wave not open',
    stuck: 'Over 48 hours. {since}',
    stuckAdvice: 'Urge the review on the platform, or contact its support'
  }
} satisfies Translated<typeof zh>
