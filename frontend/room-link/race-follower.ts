/** Brings a race to the latest scene, whichever of the scene and its run comes first. */
import type { RaceModel } from '../race/race-model';
import type { Trace } from '../race/trace';
import type { Scene } from './scene';

export class RaceFollower {
  private scene?: Scene;
  private receivedAt = 0;
  private shown?: { trace: Trace; complete: boolean };

  /** @param now milliseconds of a clock that never goes back */
  want(scene: Scene, now: number): void {
    this.scene = scene;
    this.receivedAt = now;
    this.shown = undefined;
  }

  /** Follows no scene until another one is wanted. */
  forget(): void {
    this.scene = undefined;
  }

  /** Forgets that the scene has been shown, so that the next call shows it as of then. */
  again(): void {
    this.shown = undefined;
  }

  /** Whether the scene's run is in the race, and the scene is not yet shown with it. */
  isDue({ trace, run }: RaceModel): boolean {
    const { scene, shown } = this;
    return scene !== undefined && trace !== undefined && run === scene.run
      && (shown?.trace !== trace || shown.complete !== trace.complete);
  }

  /**
   * Shows the scene if its run is in the race and that has not been done: once as the run arrives, and once more when
   * it is whole. Who wants no motion sees the end of what plays.
   */
  apply(model: RaceModel, now: number, reducedMotion: boolean): void {
    const { scene } = this;
    const { trace } = model;
    if (!scene || !trace || !this.isDue(model)) return;
    this.shown = { trace, complete: trace.complete };
    if (model.speed !== scene.speed) model.setSpeed(scene.speed);
    if (scene.playing && reducedMotion) {
      model.seek(model.lastStep);
      return;
    }
    model.seek(scene.step);
    if (!scene.playing) return;
    model.play();
    model.advance(scene.elapsed + (now - this.receivedAt) / 1000);
  }
}
