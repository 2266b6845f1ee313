import type zh from '../zh/upload'
import type { Translated } from '../translated'

export default {
  choose: 'Choose a picture or drop it here',
  chooseOther: 'Replace',
  preview: 'Preview of {label}',
  unreadable: 'This file is not a picture that can be opened',
  limits: 'png or jpeg, up to {size}',
  preparing: '{size} / {max} · Preparing {percent}%',
  remove: 'Remove',
  iconPreview: 'Preview of the new icon',
  crop: {
    tools: 'Adjust the picture',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    left: 'Move left',
    right: 'Move right',
    up: 'Move up',
    down: 'Move down',
    reset: 'Reset',
    failed: 'The picture could not be cropped. Choose another one',
    typeNeeded: 'A png or jpeg picture is needed',
    empty: 'This file is empty',
    tooBig: 'The picture has {size}, more than {max}. Make it smaller first'
  },
  sending: {
    waiting: 'Waiting to be sent',
    delivered: 'Delivered, waiting for the platform',
    cancel: 'Cancel sending',
    cancelling: 'Cancelling',
    tooLate: 'The platform has it already, it can not be cancelled',
    file: 'Sending file {number} of {count}: {name}',
    cancelled:
      'Sending was cancelled and nothing was changed. The unfinished file was taken out, the others are still here. Add it again to submit.'
  }
} satisfies Translated<typeof zh>
