import type zh from '../zh/standing'
import type { Translated } from '../translated'

export default {
  unread: 'The rating and credit have not been read yet. Refresh to read them.',
  partUnread: 'Not read.',
  credit: {
    title: 'Credit score',
    score: '{score} points',
    none: 'Not initialised yet',
    note: 'The score the platform gives this mini program. Only the score can be read; see the platform console for deductions and what follows from them.'
  },
  filing: {
    title: 'ICP filing',
    status: 'Status code {status}',
    note: 'The platform does not say what it means. See the platform console for the filing.'
  },
  rating: {
    title: 'Quality rating',
    grade: 'Grade {rating}',
    rating: 'Online, being rated',
    notPublished: 'Not online, not rated yet',
    offline: 'The platform has ended the quality rating; there is nothing to read.'
  },
  trial: {
    title: 'Trial operation',
    inTrial: 'In trial operation',
    notInTrial: 'Not in trial operation',
    limitedCapabilities: 'Advanced capabilities limited',
    limitedPayment: 'Payments limited',
    limitedTraffic: 'Traffic limited',
    noLimits: 'No limits of the trial operation.',
    note: 'Some capabilities (such as the phone number) can be applied for only after the trial operation.',
    noScore: 'Score not initialised yet',
    noScorePass: 'Score not initialised yet; {pass} needed to pass',
    score: '{score} points now',
    scorePass: '{score} points now; {pass} needed to pass',
    scoreLacking: '{score} points now; {pass} needed to pass, {lacking} to go'
  },
  history: {
    title: 'Scores over time',
    none: 'No score has been read yet. Changes are kept here with each reading.',
    time: 'Time (China)',
    credit: 'Credit score',
    trial: 'Trial score',
    threshold: 'Trial passed at {score}',
    noScore: 'None'
  },
  readiness: {
    title: 'Readiness',
    level: { blocking: 'Blocking', warning: 'Look at it', unknown: 'Not checked', ok: 'Ready' },
    check: {
      authorization: 'Authorisation',
      permission: 'Permission sets',
      standing: 'Online state',
      subject: 'Owner',
      name: 'Name',
      introduction: 'Introduction',
      icon: 'Icon',
      category: 'Service categories',
      publishing: 'Category publishing',
      domains: 'Server domains',
      filing: 'ICP filing'
    },
    fix: {
      profile: 'Go to profile',
      categories: 'Go to categories',
      domains: 'Go to domains',
      standing: 'Go to rating',
      authorization: 'Go to authorisation'
    },
    well: '{n} check is fine: {names} | {n} checks are fine: {names}',
    blocked:
      'Readiness: the platform would refuse a submission, {n} thing to settle first | Readiness: the platform would refuse a submission, {n} things to settle first',
    unknown: 'Readiness: the profile has not been read, nothing can be said',
    ready: 'Readiness: can be submitted',
    readyWarnings: 'Readiness: can be submitted; to look at: {warnings}',
    readyUnknown: 'Readiness: can be submitted; not checked: {unknown}',
    readyBoth: 'Readiness: can be submitted; to look at: {warnings}, not checked: {unknown}',
    refused: 'The platform will refuse this:',
    basis: 'This is judged by what was read last. If it has been settled, go on and submit.'
  }
} satisfies Translated<typeof zh>
