import type zh from '../zh/settings'
import type { Translated } from '../translated'

export default {
  title: 'Settings',
  appearance: {
    title: 'Appearance',
    theme: 'Colours',
    themeSystem: 'As the system',
    themeLight: 'Light',
    themeDark: 'Dark',
    language: 'Language',
    languageHelp: 'The interface loads again. What is already written in the journal and the events stays as it is.',
    chinese: '中文',
    english: 'English',
    textSize: 'Text size',
    textSizeHelp: 'Enlarges the whole interface.',
    textSizeNormal: 'Normal',
    textSizeLarge: 'Large',
    textSizeLarger: 'Larger',
    motion: 'Motion',
    motionHelp: 'Reduced: no transitions and no animations.',
    motionSystem: 'As the system',
    motionReduced: 'Reduced'
  },
  notifications: {
    title: 'Notifications',
    text: 'Tell you of review results, changed authorisations and missing tickets while the window is out of sight.',
    desktop: 'Desktop notifications',
    denied:
      'The browser does not let this page notify you. Click the icon left of the address and allow notifications.',
    unsupported: 'This browser has no desktop notifications.',
    notAllowedYet: 'The browser has not allowed this page to notify you yet.',
    allow: 'Allow notifications',
    quietHours: 'Quiet hours',
    quietHelp:
      'By the time of this computer, also across midnight. Nothing is notified then; events are received and handled as always.',
    quiet: 'Quiet hours',
    quietFrom: 'Quiet from',
    until: 'to',
    quietTo: 'Quiet until',
    equalTimes: 'Start and end are the same: not saved'
  },
  practice: {
    title: 'Practice environment',
    text: 'A simulated platform inside the program. Try anything: real merchants are not affected.',
    address: 'Address',
    addressHelp: 'Reached from this computer only; it stops with the program.',
    addressLabel: 'Address of the practice environment',
    speed: 'Review speed',
    speedHelp: 'Takes effect at once; real reviews usually take 1 to 3 working days.',
    startOver: 'Start over',
    startOverHelp:
      'Takes {n} practice merchant back to the first day. | Takes {n} practice merchants back to the first day.',
    resetAsk: 'Reset the practice environment?',
    resetText:
      'Its {n} merchant goes back to the first day: versions, reviews, tags and the activity journal are cleared for good. Real merchants are not affected. | Its {n} merchants go back to the first day: versions, reviews, tags and the activity journal are cleared for good. Real merchants are not affected.',
    reset: 'Reset',
    resetMore: 'Reset practice environment…',
    cancel: 'Cancel',
    wasReset: 'It was reset',
    off: 'Not running: the program was started with another platform address.'
  },
  speeds: {
    real: 'Real speed',
    realExample: 'a day of review takes a day',
    slow: 'A little faster',
    slowExample: 'a day of review ≈ 24 minutes',
    medium: 'Faster',
    mediumExample: 'a day of review ≈ 2 minutes',
    fast: 'Fast',
    fastExample: 'a day of review ≈ 24 seconds',
    fastest: 'Fastest',
    fastestExample: 'a day of review ≈ 1 second',
    own: 'Custom',
    ownExample: 'a day of review ≈ {n} second | a day of review ≈ {n} seconds'
  },
  about: {
    title: 'About',
    version: 'Version',
    versionHelp: 'Click to copy; add it when you report a problem.',
    versionLabel: 'Version',
    program: 'Merchant Desk {version} · {host} · {platform}',
    electron: 'desktop program',
    browser: 'browser on this computer'
  }
} satisfies Translated<typeof zh>
