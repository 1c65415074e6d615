/**
 * Bars per UTC day, drawn by uPlot in the colours of the theme; redrawn when the colour scheme or the width changes.
 * The canvas is for the eye; a table of the same numbers is there for screen readers.
 */
import { Box, useComputedColorScheme, VisuallyHidden } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import classes from "./DayChart.module.css";

const HALF_DAY_SEC = 43_200;

interface DayChartProps {
  label: string;
  daysSec: number[];
  /** Heights for drawing, one a day. */
  heights: number[];
  /** What the reader sees for a day: exact text of the value. */
  valueText: (index: number) => string;
  dayText: (daySec: number) => string;
  axisText: (height: number) => string;
  height?: number;
}

export function DayChart({ height = 240, ...props }: DayChartProps) {
  const { ref, width } = useElementSize();
  const host = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme();
  const latest = useRef(props);
  latest.current = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme changes the CSS variables that are read here
  useEffect(() => {
    const element = host.current;
    if (!element || width === 0) return;
    const plot = new uPlot(
      chartOptions({ width, height, element, read: () => latest.current, tip: () => tip.current }),
      [props.daysSec, props.heights],
      element,
    );
    return () => plot.destroy();
  }, [width, height, scheme, props.daysSec, props.heights]);

  return (
    <Box ref={ref} pos="relative">
      <div ref={host} aria-hidden style={{ minHeight: height }} />
      <div ref={tip} className={classes.tip} hidden aria-hidden />
      <VisuallyHidden>
        <table>
          <caption>{props.label}</caption>
          <tbody>
            {props.daysSec.map((day, index) => (
              <tr key={day}>
                <th scope="row">{props.dayText(day)}</th>
                <td>{props.valueText(index)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </Box>
  );
}

interface ChartParts {
  width: number;
  height: number;
  element: HTMLElement;
  read: () => Omit<DayChartProps, "height">;
  tip: () => HTMLDivElement | null;
}

function chartOptions({ width, height, element, read, tip }: ChartParts): uPlot.Options {
  const style = getComputedStyle(element);
  const color = (name: string) => style.getPropertyValue(name).trim();
  const font = `12px ${style.fontFamily}`;
  const grid = { stroke: color("--cm-hairline"), width: 1 };
  const bars = uPlot.paths.bars?.({ size: [0.7, 28], radius: 0.25 });
  const axis = { stroke: color("--mantine-color-dimmed"), font, ticks: { show: false } };
  return {
    width,
    height,
    legend: { show: false },
    padding: [12, 8, 0, 0],
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: {
      x: { time: true, range: (_plot, min, max) => [min - HALF_DAY_SEC, max + HALF_DAY_SEC] },
      y: { range: (_plot, _min, max) => [0, max > 0 ? max * 1.1 : 1] },
    },
    tzDate: (sec) => uPlot.tzDate(new Date(sec * 1000), "Etc/UTC"),
    axes: [
      {
        ...axis,
        grid: { show: false },
        values: (_plot, days) => days.map((day) => read().dayText(day)),
        space: 72,
      },
      { ...axis, grid, size: 48, values: (_plot, heights) => heights.map((value) => read().axisText(value)) },
    ],
    series: [
      {},
      {
        fill: color("--mantine-primary-color-filled"),
        stroke: "transparent",
        ...(bars ? { paths: bars } : {}),
        points: { show: false },
      },
    ],
    hooks: { setCursor: [(plot) => showTip(plot, tip(), read())] },
  };
}

function showTip(plot: uPlot, tip: HTMLDivElement | null, props: Omit<DayChartProps, "height">): void {
  const index = plot.cursor.idx;
  if (!tip) return;
  const daySec = index === null || index === undefined ? undefined : props.daysSec[index];
  tip.hidden = daySec === undefined || (plot.cursor.left ?? -1) < 0;
  if (tip.hidden || daySec === undefined || index === null || index === undefined) return;
  tip.textContent = `${props.dayText(daySec)} · ${props.valueText(index)}`;
  const left = (plot.cursor.left ?? 0) + plot.over.offsetLeft;
  tip.style.insetInlineStart = `${Math.min(Math.max(left - tip.offsetWidth / 2, 0), plot.width - tip.offsetWidth)}px`;
}
