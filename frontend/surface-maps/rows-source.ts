/** Fetches the rows of a map: once the experiment rests, and only the latest. */
import { LatestQuery } from '../stream/latest-query';

const REST = 250;

export interface MapRun<P> {
  run: string;
  points: P[];
}

export class RowsSource<P> extends LatestQuery {
  /** @param path where the rows are, as api/heat.json */
  constructor(path: string, arrived: (runs: MapRun<P>[], query: string) => void, failed: (message: string) => void) {
    super(path, REST, async (response, query) => {
      const { runs } = await response.json() as { runs: MapRun<P>[] };
      arrived(runs, query);
    }, failed);
  }
}
