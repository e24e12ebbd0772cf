package descentlab.run;

import descentlab.client.Counters;
import descentlab.client.Refusal;
import descentlab.client.Requester;
import descentlab.cluster.Cluster;
import descentlab.experiment.BasinExperiment;
import descentlab.experiment.Experiment;
import descentlab.experiment.OwnTask;
import descentlab.experiment.PictureTask;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.SurfaceMap;
import descentlab.experiment.TrainingExperiment;
import descentlab.heap.HeapShare;
import descentlab.objective.Minima;
import descentlab.objective.MinimumSearch;
import descentlab.objective.Point;
import descentlab.optimizer.Method;
import descentlab.training.Outcome;
import descentlab.training.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Starts, finds and stops runs. Starting only queues the work: nothing is computed on the caller's thread. */
public final class RunService {

    /** What a run may be. */
    public enum Kind {
        RACE,
        TRAINING,
        /** A training on pictures. */
        PICTURES,
        OTHER
    }

    /** What is computed, and the frames that are made of it. */
    private static final int TWICE = 2;

    private final ComputePool pool;
    private final RunRegistry registry;
    private final RowLedger ledger;
    private final Courses courses;
    private final DistantRuns distant;
    private final Estates estates = new Estates(HeapShare.ENDED_JOBS.bytes());
    private final Map<Kind, LongAdder> started =
            Arrays.stream(Kind.values()).collect(Collectors.toUnmodifiableMap(kind -> kind, kind -> new LongAdder()));

    RunService(ComputePool pool, RunRegistry registry, RowLedger ledger, Courses courses, Cluster cluster) {
        this.pool = pool;
        this.registry = registry;
        this.ledger = ledger;
        this.courses = courses;
        this.distant = new DistantRuns(cluster, registry, this);
    }

    /**
     * Starts what an experiment says.
     *
     * @param owner who asks, for fair turns and for finding the run again
     * @throws TooBusyException if the quotas are used up
     * @throws IllegalArgumentException if nothing of it takes long enough to be a run, as of a matrix
     */
    public Run start(Requester owner, Experiment experiment) {
        return start(owner, experiment, null);
    }

    /**
     * Starts what an experiment says in place of a run that is paused or has ended: what both have in common goes on from there, if they
     * differ at most in methods and in what is worked out at the end. A paused one has come to its end with that.
     *
     * @param before null if there is none
     * @throws TooBusyException if the quotas are used up; then the other one is as it was
     * @throws IllegalArgumentException as above
     */
    public Run start(Requester owner, Experiment experiment, Run before) {
        RunLog log = new MemoryRunLog();
        Course course = courses.of(experiment);
        CompletableFuture<List<Series>> estate = new CompletableFuture<>();
        SeriesComputation computation = computation(course, log, estate);
        Run run = start(owner, experiment.query(), log, TWICE * course.rows(), computation, course.kind());
        run.is(experiment, TWICE * course.rows());
        run.of(computation);
        run.afterwards(() -> estates.keep(run, computation.ended(), course.left()));
        estate.complete(estates.claim(before, run));
        return run;
    }

    private static SeriesComputation computation(Course course, RunLog log, CompletableFuture<List<Series>> estate) {
        return course.kind() == Kind.RACE
                ? SeriesComputation.oneByOne(course, new RunFrames(log, course))
                : SeriesComputation.sideBySide(course, new RunFrames(log, course), estate);
    }

    /** Whether all that an experiment trains is there already, of a run that has ended, so that starting it trains nothing. */
    public boolean hasTrained(Run before, Experiment next) {
        return estates.holdAllOf(before, next);
    }

    /**
     * Whether what an experiment asks to be drawn can be drawn around the paths that a paused run has so far: starting it in place of that
     * one, and pausing it, trains nothing.
     */
    public boolean canLookBack(Run paused, Experiment next) {
        return estates.holdWaysOf(paused, next) && courses.of(next).looksBack();
    }

    /**
     * A run that another server computes, to be read here.
     *
     * @throws TooBusyException if there is no room for its rows
     */
    Run copy(RunId id, Experiment experiment, long bytes) {
        Requester owner = Requester.named("run " + id.value());
        Run copy = new Run(id, owner, experiment.query(), new MemoryRunLog(), book(owner, bytes));
        copy.is(experiment, bytes);
        return copy;
    }

    /**
     * Computes the rest of a run whose server is gone.
     *
     * @throws TooBusyException if the quotas are used up
     */
    void goOn(Run copy, Experiment experiment) throws InterruptedException {
        Course course = courses.of(experiment);
        SeriesComputation rest = computation(
                course, new ContinuedLog(copy.log()), CompletableFuture.completedFuture(List.of()));
        copy.computedBy(pool.submit(copy.owner(), rest));
    }

    /**
     * How far each series of a paused run is, once none of them is within a batch: so far it can be gone on from by another
     * method. Nothing if it is not paused any more.
     *
     * @throws TooBusyException if the quotas are used up
     */
    public CompletableFuture<List<Long>> settled(Requester owner, Run paused) {
        SeriesComputation computation = paused.computation().filter(any -> paused.paused()).orElse(null);
        return computation == null
                ? CompletableFuture.completedFuture(List.of())
                : computeLater(owner, computation::settle);
    }

    /** Starts any computation that writes to that log, and whose memory is bounded otherwise. */
    Run start(Requester owner, String experiment, RunLog log, Computation computation) {
        return start(owner, experiment, log, 0, computation, Kind.OTHER);
    }

    private Run start(
            Requester owner, String experiment, RunLog log, long bytes, Computation computation, Kind kind) {
        RowLedger.Entry rows = book(owner, bytes);
        Run run = new Run(distant.name(), owner, experiment, log, rows);
        run.computedBy(submit(owner, rows, computation));
        registry.add(run);
        started.get(kind).increment();
        return run;
    }

    /** Books what a run's rows take; if they are many, what was kept of other large ones may have to go. */
    private RowLedger.Entry book(Requester owner, long bytes) {
        Optional<RowLedger.Entry> booked = ledger.book(owner.client(), bytes);
        while (booked.isEmpty() && registry.forgetOneLarge()) {
            booked = ledger.book(owner.client(), bytes);
        }
        return booked.orElseThrow(() -> {
            Refusal.RUN.count();
            return new TooBusyException("The rows of this run take up to " + (bytes >> 20) + " MB, and with what is under"
                    + " way and being read the server has no room for them now. Ask for fewer steps or optimizers, or"
                    + " try again in a moment.");
        });
    }

    private Job submit(Requester owner, RowLedger.Entry rows, Computation computation) {
        try {
            return pool.submit(owner, computation);
        } catch (TooBusyException refused) {
            rows.close();
            throw refused;
        }
    }

    /** Has something computed whose rows nobody keeps. */
    private Job submit(Requester owner, long bytes, Computation computation) {
        RowLedger.Entry rows = book(owner, bytes);
        Job job = submit(owner, rows, computation);
        job.done().whenComplete((done, failure) -> rows.close());
        return job;
    }

    /** Reads somebody's own data as a training on it does; fails as {@link OwnTables#shaped} has it. */
    public CompletableFuture<OwnTables.Lent> shaped(OwnTask task) {
        return courses.shaped(task);
    }

    /** How many runs of a kind were started. */
    public long started(Kind kind) {
        return started.get(kind).sum();
    }

    /** How many runs are kept, under way or ended. */
    public int kept() {
        return registry.size();
    }

    /** How large the frames of all of them are. */
    public long keptBytes() {
        return registry.bytes();
    }

    /** The owner's run of that experiment, under way or kept, so that a page loaded anew takes it up again. */
    public Optional<Run> find(Requester owner, String experiment) {
        return registry.find(owner, experiment);
    }

    /**
     * The run of that id, if it is still kept, here or at another server: then it is read from there. May wait for that.
     *
     * @throws TooBusyException if another server has it, and there is no room for its rows here
     */
    public Optional<Run> find(RunId id) {
        return registry.find(id).or(() -> distant.find(id));
    }

    /** Whether a run can be read, here or at another server. */
    public boolean isThere(RunId id) {
        return registry.find(id).isPresent() || distant.isThere(id);
    }

    /** Lets a run wait where it is. One that is forgotten so is stopped in the end. */
    public void pause(Run run) {
        run.pause();
    }

    /** Lets a run that waits go on. */
    public void resume(Run run) {
        run.resume();
    }

    /** Stops a run; what it has said so far stays. */
    public void cancel(Run run) {
        run.cancel();
    }

    /**
     * Does something to a run on whichever server computes it; without waiting, and nothing if no server has it. Copies that other
     * servers read are asked as well, for one of them computes the rest should that server be gone.
     */
    public void steer(RunId id, Steering how) {
        distant.steer(id, how);
    }

    /** Stops a run that nobody will ask for again, and forgets it. */
    public void discard(Run run) {
        run.cancel();
        registry.remove(run.id());
        estates.forget(run.id());
    }

    /**
     * Forgets the runs of one who has gone and can find them no more, and ends what they have under way. Of what they
     * only tried out, what is small goes on to its end, which is near.
     *
     * @param owner the requester's name
     */
    void leave(String owner) {
        registry.of(owner).forEach(this::discard);
        pool.cancelLarge(owner);
    }

    /**
     * Where a method of a race went.
     *
     * @param points x1 and x2 in turn, from the start to the end, thinned, all finite
     * @param end the last finite point
     * @param f there
     */
    public record Way(Method method, Outcome outcome, double[] points, Point end, double f) {}

    /**
     * Runs a race and keeps of each optimizer's way at most that many points, in the order of its optimizers.
     *
     * @throws TooBusyException if the quotas are used up
     */
    public CompletableFuture<List<Way>> ways(Requester owner, SurfaceExperiment experiment, int mostPoints) {
        Way[] ways = new Way[experiment.runs().size()];
        Course race = courses.of(experiment);
        SeriesComputation descents = SeriesComputation.oneByOne(race, (index, series) -> ways[index] =
                Ways.of(experiment.runs().get(index), experiment.start(), series, mostPoints));
        return then(submit(owner, race.rows(), descents), () -> List.of(ways));
    }

    /**
     * Computes what an experiment says and keeps nothing of it but how it ended; of a training on pictures, the share of
     * test pictures told right. That fails if the pictures are not on this machine.
     *
     * @throws TooBusyException if the quotas are used up
     * @throws IllegalArgumentException as {@link #start}
     */
    public Trial tryOut(Requester owner, Experiment experiment) {
        Course course = courses.of(experiment);
        Trial trial = new Trial(experiment, course);
        return trial.computedBy(submit(owner, course.rows(), trial.computation()));
    }

    /**
     * Computes an experiment for one who reads its rows.
     *
     * @throws TooBusyException if the quotas are used up
     * @throws IllegalArgumentException as {@link #start}
     */
    public RowStream rows(Requester owner, Experiment experiment) {
        return rows(owner, courses.of(experiment));
    }

    /**
     * Trains on pictures and works out the loss around the paths, for one who reads its rows.
     *
     * @throws TooBusyException if the quotas are used up
     */
    public RowStream landscape(Requester owner, TrainingExperiment training, PictureTask task) {
        return rows(owner, courses.landscape(training, task));
    }

    /**
     * Looks for rates beside a training, for one who reads its rows.
     *
     * @throws TooBusyException if the quotas are used up
     */
    public RowStream rates(Requester owner, TrainingExperiment training) {
        return rows(owner, courses.rates(training));
    }

    /**
     * A race's frames, for one who draws them at once: nothing is registered, and nobody else reads them. Computes nothing by
     * itself: see {@link #computeLater}.
     */
    public RaceFrames frames(SurfaceExperiment experiment) {
        return new RaceFrames(courses.of(experiment));
    }

    /**
     * Books memory that somebody's answer takes until it is sent.
     *
     * @throws TooBusyException if the quotas are used up
     */
    public Counters.Held hold(Requester owner, long bytes) {
        return book(owner, bytes)::close;
    }

    /**
     * Computes a map for one who reads its rows.
     *
     * @throws TooBusyException if the quotas are used up
     */
    public RowStream rows(Requester owner, SurfaceMap map) throws InterruptedException {
        return rows(owner, MapCourse.of(map, map instanceof BasinExperiment basins ? minima(owner, basins) : null));
    }

    /** The same of basins, where it is known where they may end. */
    public RowStream rows(Requester owner, BasinExperiment basins, Minima minima) {
        return rows(owner, MapCourse.of(basins, minima));
    }

    /**
     * Looks for the minima where basins may end, and waits for them.
     *
     * @throws TooBusyException if the quotas are used up
     */
    public Minima minima(Requester owner, BasinExperiment basins) throws InterruptedException {
        return compute(owner, new MinimumSearch(basins.race().objective(), basins.window())::advance);
    }

    private RowStream rows(Requester owner, Course course) {
        RowStream stream = new RowStream(course);
        RowLedger.Entry rows = book(owner, TWICE * course.rows());
        return stream.computedBy(submit(owner, rows, stream.computation()), rows);
    }

    /**
     * Computes something small, of a millisecond or two, in the pool and waits for it.
     *
     * @param owner who asks
     * @throws TooBusyException if the quotas are used up
     */
    public <T> T compute(Requester owner, Supplier<T> small) throws InterruptedException {
        return compute(owner, (BooleanSupplier over) -> Optional.of(small.get()));
    }

    /**
     * Computes something in the pool, a piece at a time, and waits for it.
     *
     * @param owner who asks
     * @param pieces asked again and again until it gives what it computed; it works on until it hears that its slice is
     *     over, at least for a piece of a millisecond or two
     * @throws TooBusyException if the quotas are used up
     */
    public <T> T compute(Requester owner, Function<BooleanSupplier, Optional<T>> pieces) throws InterruptedException {
        Pieces<T> work = new Pieces<>(pieces);
        await(pool.submit(owner, work).done());
        return work.result();
    }

    /**
     * Computes something in the pool, a piece at a time as {@link #compute}, for a caller that does not wait for it.
     *
     * @throws TooBusyException if the quotas are used up
     */
    public <T> CompletableFuture<T> computeLater(
            Requester owner, Function<BooleanSupplier, Optional<T>> pieces) {
        Pieces<T> work = new Pieces<>(pieces);
        return then(pool.submit(owner, work), work::result);
    }

    /** What becomes of a result is no work of the pool's: whoever goes on with it does so on a thread of its own. */
    private static <T> CompletableFuture<T> then(Job job, Supplier<T> result) {
        return job.done().thenApplyAsync(done -> result.get(), Thread::startVirtualThread);
    }

    static void await(CompletableFuture<Void> done) throws InterruptedException {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw new ComputationFailed(e.getCause());
        }
    }
}
