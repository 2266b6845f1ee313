export default {
  unread: '还没有读到评级与信用，请刷新。',
  partUnread: '没有读到。',
  credit: {
    title: '信用分',
    score: '{score} 分',
    none: '还没有初始化',
    note: '平台给这个小程序的分数。开放接口只提供分数，扣分原因和影响请在平台后台查看。'
  },
  filing: {
    title: '备案',
    status: '状态码 {status}',
    note: '平台没有说明含义，请在平台后台确认备案情况。'
  },
  rating: {
    title: '质量评级',
    grade: '{rating} 级',
    rating: '已上线，正在评级',
    notPublished: '没有上线，还没有评级',
    offline: '平台已停用质量评级，没有可以读的结果。'
  },
  trial: {
    title: '试运营期',
    inTrial: '试运营期内',
    notInTrial: '不在试运营期',
    limitedCapabilities: '高级能力受限',
    limitedPayment: '支付金额受限',
    limitedTraffic: '流量受限',
    noLimits: '没有试运营的限制。',
    note: '有些能力（例如获取手机号）要过了试运营期才能申请。',
    noScore: '分数还没有初始化',
    noScorePass: '分数还没有初始化，通过需要 {pass} 分',
    score: '现在 {score} 分',
    scorePass: '现在 {score} 分，通过需要 {pass} 分',
    scoreLacking: '现在 {score} 分，通过需要 {pass} 分，还差 {lacking} 分'
  },
  history: {
    title: '分数变化',
    none: '还没有读到过分数。每次读取后，变化会记在这里。',
    time: '时间（中国时间）',
    credit: '信用分',
    trial: '试运营分',
    threshold: '试运营通过线 {score}',
    noScore: '没有'
  },
  readiness: {
    title: '就绪检查',
    level: { blocking: '会被拒绝', warning: '有提醒', unknown: '未判断', ok: '就绪' },
    check: {
      authorization: '授权',
      permission: '权限集',
      standing: '上架状态',
      subject: '主体',
      name: '名称',
      introduction: '简介',
      icon: '图标',
      category: '服务类目',
      publishing: '类目发布',
      domains: '服务器域名',
      filing: '备案'
    },
    fix: {
      profile: '去改资料',
      categories: '去看类目',
      domains: '去看域名',
      standing: '去看评级与信用',
      authorization: '去看授权'
    },
    well: '{n} 项没有问题：{names}',
    blocked: '就绪检查：平台会拒绝提审，有 {n} 项要先处理',
    unknown: '就绪检查：资料还没有读到，不能判断',
    ready: '就绪检查：可以提审',
    readyWarnings: '就绪检查：可以提审，{warnings} 项提醒',
    readyUnknown: '就绪检查：可以提审，{unknown} 项没有判断',
    readyBoth: '就绪检查：可以提审，{warnings} 项提醒，{unknown} 项没有判断',
    refused: '平台会拒绝：',
    basis: '这是按最近一次读到的内容判断的。如果已经处理好，可以继续提审。'
  }
} as const
