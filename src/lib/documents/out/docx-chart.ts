import { AlignmentType, Paragraph } from 'docx'
import { ChartRun } from 'docx/charts'
import { font } from './nd30.ts'
import type { PrintedChart } from './printed.ts'

/** Millimetres for the title and the edges, and for each bar with its room. */
const edges = 22
const barHeight = 9
const pixels = (millimetres: number) => Math.round((millimetres / 25.4) * 96)
/** Dark enough to stand out when printed in black and white. */
const fill = '1F5F8B'

/** A real chart of Word: drawn by the reader's program from numbers the official can correct. */
export function docxChart(chart: PrintedChart, width: number): Paragraph {
  const spoken = chart.bars.map((b) => `${b.label}: ${b.text}`).join('; ')
  const run = new ChartRun({
    type: 'bar',
    title: { text: chart.title, font: { name: font, size: 13, bold: true, color: '000000' } },
    categories: chart.bars.map((b) => b.label),
    series: [
      {
        name: chart.measure,
        values: chart.bars.map((b) => b.value),
        color: fill,
        pointLabels: chart.bars.map((b) => ({ text: b.text })),
      },
    ],
    legend: false,
    font: { name: font, color: '000000' },
    chartArea: { border: 'none' },
    // Word counts categories from below; people read from above.
    categoryAxis: { reverseOrder: true, font: { size: 11 } },
    valueAxis: { visible: false, gridlines: false, minimum: 0 },
    dataLabels: { value: true, font: { size: 11 } },
    gapWidth: 60,
    transformation: { width: pixels(width), height: pixels(edges + barHeight * chart.bars.length) },
    altText: { name: chart.title, title: chart.title, description: `${chart.title}. ${spoken}` },
  })
  return new Paragraph({ style: 'TableText', alignment: AlignmentType.CENTER, children: [run] })
}
