import type zh from '../zh/common'
import type { Translated } from '../translated'

export default {
  labelled: '{label}: {text}',
  cancel: 'Cancel',
  connection: {
    message: 'The action was not completed',
    reason: 'The page lost its connection to the program',
    nextStep: 'Open the program again; what was begun goes on, and its result is shown on the merchant’s page'
  },
  retry: 'Try again',
  audit: {
    inReview: 'In review',
    passed: 'Approved',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    released: 'Released'
  },
  copy: {
    copied: 'Copied',
    failed: 'Not copied. Select the text and copy it by hand',
    click: 'Click to copy',
    clickNamed: 'Click to copy the {label}',
    name: '{text}, {hint}',
    nameLabelled: '{label} {text}, {hint}'
  },
  error: {
    wait: 'Wait {n} second | Wait {n} seconds',
    platformCode: 'Platform code {code}',
    copyForSupport: 'Copy for support',
    support: {
      merchant: 'Merchant: {name} ({appId})',
      problem: 'Problem: {text}',
      reason: 'Reason: {text}',
      platformCode: 'Platform code: {code}',
      platformMessage: 'Platform message: {text}'
    }
  },
  filter: {
    chosen: '{title}: {names}',
    clearOne: 'Clear filter {title}'
  },
  qr: {
    tooLong: 'The link is too long for a QR code. Copy the link instead.'
  },
  time: {
    never: 'never',
    justNow: 'just now',
    soon: 'in a moment',
    minutesAgo: '{n} min ago',
    hoursAgo: '{n} h ago',
    daysAgo: '{n} day ago | {n} days ago',
    inMinutes: 'in {n} min',
    inHours: 'in {n} h',
    inDays: 'in {n} day | in {n} days',
    exact: '{china} (China time) · {local} on this computer'
  },
  loseInput: {
    title: 'Discard the changes?',
    text: 'The changed domains are not submitted yet. They are lost when you leave.',
    discard: 'Discard changes'
  },
  stage: {
    latest: 'Test',
    audit: 'Review',
    gray: 'Gray',
    current: 'Online'
  },
  verb: {
    upload: 'Upload new version',
    submit: 'Submit for review',
    resubmit: 'Submit again',
    withdraw: 'Withdraw',
    release: 'Release',
    rollback: 'Roll back'
  },
  appState: {
    notPublished: 'Not online',
    published: 'Online',
    offline: 'Taken down'
  },
  authorization: {
    authorized: 'Authorised',
    lost: 'Authorisation lost',
    unknown: 'Not verified'
  },
  setting: {
    intended: 'Sending',
    done: 'Accepted by the platform',
    refused: 'Failed',
    notCarriedOut: 'Not carried out',
    unknown: 'Outcome not confirmed'
  },
  profileAudit: {
    inReview: 'In review',
    approved: 'Approved',
    rejected: 'Rejected',
    expired: 'Name expired'
  },
  file: {
    notReady: 'The picture could not be prepared',
    wrongType: 'The platform takes png and jpeg pictures only',
    chooseOther: 'Choose another picture',
    cancelled: 'Cancelled',
    chooseWhenNeeded: 'Choose it again when you need it',
    unreadable: 'The file cannot be read. It may have been moved or changed',
    chooseAgain: 'Choose it again',
    chooseAgainOrTell: 'Choose it again; if it happens again, send the log to the developer',
    incomplete: 'The file did not arrive completely',
    typeNeeded: 'A png or jpeg picture is needed',
    empty: 'This file is empty',
    tooBig: 'The picture has {size}; the platform takes up to {limit}'
  }
} satisfies Translated<typeof zh>
