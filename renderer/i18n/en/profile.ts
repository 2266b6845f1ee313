import type zh from '../zh/profile'
import type { Translated } from '../translated'

export default {
  item: { name: 'Name', introduction: 'Introduction', icon: 'Icon' },
  button: { name: 'Change name', introduction: 'Change introduction', icon: 'Change icon' },
  submitted: {
    name: 'Name “{name}” submitted; the platform will review it',
    introduction: 'New introduction submitted; the platform will review it',
    icon: 'New icon submitted; the platform will review it'
  },
  unread: 'The profile has not been read yet',
  unreadRefresh: 'The profile has not been read yet. Refresh to read it.',
  noIntroduction: 'No introduction yet',
  dropIcon: 'Drop a new icon here, png or jpeg',
  section: {
    stateUnknown: 'State not described',
    changesLeft: '{n} change left | {n} changes left',
    submitted: 'Submitted',
    reason: 'Reason',
    advice: 'Advice',
    effect: 'Effect',
    expired:
      'Nothing was submitted for a long time, so the platform took this name back. Submitting and releasing are possible again once a new name is approved.'
  },
  submittedIcon: {
    alt: 'Icon submitted for review',
    failed: 'The submitted icon could not be read. Read again',
    reading: 'Reading the submitted icon'
  },
  subject: {
    title: 'Owner',
    none: 'The platform tells nothing about the owner.',
    name: 'Name',
    type: 'Type',
    verification: 'Verification',
    person: 'Person',
    company: 'Company',
    notTold: 'Not told by the platform'
  },
  change: { from: 'Now', to: 'Becomes' },
  nameDialog: {
    title: 'Change name',
    field: 'New name',
    help: '4–20 characters, a Chinese character counts as 2; only Chinese characters, letters and digits, + at the end',
    empty: 'Enter a name',
    same: 'Same as the present name',
    refused: 'The check did not pass: {reason}',
    notAccepted: 'the platform does not accept this name',
    evidence: 'Trademark certificate',
    evidenceField: 'Trademark certificate (with official seal)',
    evidenceMissing: 'Upload a trademark certificate with an official seal',
    submitting: 'Submitting',
    submit: 'Submit name',
    submitNamed: 'Submit name “{name}”'
  },
  nameCheck: {
    button: 'Check name',
    checking: 'Checking',
    failed: 'Not checked: {message}',
    advisory: 'The check is only advice; the review decides',
    usable: 'Can be used',
    evidence: 'Needs a trademark certificate',
    refused: 'Can not be used'
  },
  introductionDialog: {
    title: 'Change introduction',
    field: 'New introduction',
    help: '{min}–{max} characters',
    same: 'Same as the present introduction',
    none: 'No introduction',
    submit: 'Submit introduction'
  },
  iconDialog: {
    title: 'Change icon',
    field: 'New icon',
    present: 'Present icon',
    becomes: 'Becomes',
    choose: 'Choose a picture or drop it here: png or jpeg, cropped to {side}×{side} pixels',
    chooseOther: 'Choose another picture or drop it here',
    small: 'This part has only {side}×{side} pixels; enlarged to {target}×{target} it may look blurred.',
    notChosen: 'Choose a picture first',
    cropping: 'Cropping',
    sending: 'Sending the new icon to the platform',
    unchanged:
      'Nothing was changed, the icon is the old one. The cropped picture is still here and can be submitted again.',
    cancelled:
      'Sending was cancelled. Nothing was changed, the icon is the old one. The cropped picture is still here and can be submitted again.',
    submit: 'Submit icon'
  },
  setup: {
    never: 'Never read',
    readAgo: 'Read: {time}',
    refresh: 'Refresh',
    busy: 'A change is under way. Try again when it is done',
    busyWith: '“{what}” is under way. Try again when it is done',
    unsettled: 'The outcome of the last change is not confirmed. Confirm it in the change history first',
    wait: 'The platform asks to wait; {wait} left',
    history: 'Change history',
    noHistory: 'Nothing has been changed with this program yet.',
    rollout: 'Rollout',
    lost: 'The answer of the platform did not arrive. The program reads the present settings to find out; nothing is sent again.',
    stillUnknown: 'Checked: {time}. The outcome is still not known, try again in a while.',
    logId: 'log_id',
    settle: 'Check now'
  }
} satisfies Translated<typeof zh>
