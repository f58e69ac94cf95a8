export type Scene = 'counter' | 'phone' | 'people' | 'papers' | 'river' | 'chart' | 'board'

const skies = [
  ['#0b6e6e', '#7fd1c4'],
  ['#1f4e8c', '#9cc7f0'],
  ['#8a3b12', '#f3c98b'],
  ['#4a2f7a', '#c9b3f0'],
  ['#2d6a35', '#b7e0a0'],
] as const

/** A drawn scene of 1200 × 675, marked as an illustration, so that nobody takes it for a photograph. */
export function sceneSvg(scene: Scene, n: number): string {
  const [dark, light] = skies[n % skies.length] ?? skies[0]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="675" viewBox="0 0 1200 675">
    <defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="#fdf8ee"/></linearGradient></defs>
    <rect width="1200" height="675" fill="url(#g)"/>
    <circle cx="${180 + ((n * 137) % 840)}" cy="130" r="62" fill="#fff" opacity=".75"/>
    <path d="M0 470 C 200 400 360 430 540 460 S 900 380 1200 440 V675 H0Z" fill="${dark}" opacity=".28"/>
    <path d="M0 540 C 260 490 520 560 760 520 S 1080 520 1200 500 V675 H0Z" fill="${dark}" opacity=".5"/>
    ${figures[scene](dark)}
    <text x="1172" y="652" font-family="sans-serif" font-size="22" fill="#fff" text-anchor="end">Tranh minh họa</text></svg>`
}

const person = (x: number, y: number, size: number, shirt: string) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><circle cx="0" cy="-58" r="24" fill="#e8b48c"/><path d="M-24 -66 a24 24 0 0 1 48 0 q-24 -16 -48 0z" fill="#2b2320"/><path d="M-46 60 q0 -86 46 -86 t46 86z" fill="${shirt}"/></g>`

const figures: Record<Scene, (dark: string) => string> = {
  counter: (dark) =>
    `${person(430, 400, 1.7, '#c2415b')}${person(780, 400, 1.7, '#f5f1e6')}
    <rect x="250" y="440" width="700" height="170" rx="12" fill="#fffaf0"/><rect x="250" y="440" width="700" height="26" rx="12" fill="${dark}"/>
    <rect x="560" y="340" width="130" height="96" rx="8" fill="#22303a"/><rect x="570" y="350" width="110" height="70" fill="#bfe6ea"/>
    <text x="600" y="545" font-family="sans-serif" font-size="46" font-weight="700" fill="${dark}" text-anchor="middle">MỘT CỬA</text>`,
  phone: (dark) =>
    `<g transform="rotate(-8 600 340)"><rect x="460" y="90" width="280" height="500" rx="36" fill="#1d2730"/><rect x="478" y="130" width="244" height="410" rx="10" fill="#fff"/>
    <rect x="500" y="160" width="200" height="46" rx="8" fill="${dark}"/>${[240, 300, 360].map((y) => `<rect x="500" y="${y}" width="200" height="38" rx="6" fill="#e6eef0"/>`).join('')}
    <rect x="500" y="440" width="200" height="56" rx="28" fill="#c2415b"/><path d="M575 468 l16 16 30 -32" stroke="#fff" stroke-width="9" fill="none"/></g>`,
  people: (dark) =>
    [
      [240, 470, 1.2, dark],
      [400, 450, 1.4, '#c2415b'],
      [590, 440, 1.6, '#f2b84b'],
      [790, 450, 1.4, '#3c7d5a'],
      [960, 470, 1.2, '#5b3a7a'],
    ]
      .map(([x, y, s, c]) => person(Number(x), Number(y), Number(s), String(c)))
      .join(''),
  papers: (dark) =>
    [0, 1, 2, 3, 4]
      .map(
        (i) =>
          `<g transform="translate(${150 + i * 195} ${230 + (i % 2) * 46})"><rect width="140" height="190" rx="8" fill="#fff"/><rect x="20" y="24" width="100" height="14" fill="${dark}"/>${[60, 88, 116].map((y) => `<rect x="20" y="${y}" width="100" height="8" fill="#c9d3d6"/>`).join('')}<circle cx="104" cy="158" r="17" fill="${i === 4 ? '#3c9d5a' : '#f2b84b'}"/></g>`,
      )
      .join(''),
  river: (dark) =>
    `<path d="M0 500 Q300 470 600 500 T1200 500 V675 H0Z" fill="#3f8fb0"/><path d="M330 480 h520 q-40 90 -120 96 h-290 q-80 -10 -110 -96z" fill="#7a4a22"/>
    <rect x="470" y="350" width="240" height="130" rx="10" fill="#fffaf0"/><rect x="450" y="330" width="280" height="30" rx="10" fill="${dark}"/>
    <text x="590" y="432" font-family="sans-serif" font-size="34" font-weight="700" fill="${dark}" text-anchor="middle">MỘT CỬA</text>${person(780, 410, 0.9, '#c2415b')}`,
  chart: (dark) =>
    `<rect x="220" y="110" width="760" height="430" rx="16" fill="#fff"/>${[120, 190, 150, 250, 300]
      .map(
        (h, i) =>
          `<rect x="${290 + i * 130}" y="${480 - h}" width="84" height="${h}" rx="8" fill="${i === 4 ? '#c2415b' : dark}"/><circle cx="${332 + i * 130}" cy="${450 - h}" r="22" fill="#f2b84b"/><text x="${332 + i * 130}" y="${458 - h}" font-family="sans-serif" font-size="24" text-anchor="middle" fill="#22303a">${i + 1}</text>`,
      )
      .join('')}`,
  board: (dark) =>
    `<rect x="300" y="100" width="600" height="380" rx="10" fill="#fff" stroke="${dark}" stroke-width="14"/>${[0, 1, 2, 3].map((i) => `<path d="M350 ${180 + i * 75} l12 12 22 -26" stroke="${i < 3 ? '#3c9d5a' : '#c9d3d6'}" stroke-width="9" fill="none"/><rect x="410" y="${172 + i * 75}" width="${420 - i * 60}" height="16" rx="8" fill="#c9d3d6"/>`).join('')}${person(990, 470, 1.7, '#c2415b')}`,
}
