package descentlab.load;

import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * How much of the server's heap an open page takes: opens each kind of page many times, each in a session of its own, with
 * its push channel and its runs read to their end, as a browser does, and compares what a full collection leaves.
 */
public final class PageHeap {

    private static final int MOST_PAGES = 500;
    private static final int MOST_CLASSES = 25;
    /** Sessions come from several, since those of one are bounded. */
    private static final int ADDRESSES = 20;
    private static final double KB = 1000;
    private static final Path REPORT = Path.of("target", "pages.txt");

    private static final Map<String, String> PATHS = new TreeMap<>(Map.of(
            "home", "",
            "surface lab", "lab/surface",
            "training lab", "lab/training",
            "spectrum lab", "lab/spectrum",
            "lesson", "lesson/adagrad",
            "exercises", "exercises",
            "one exercise", "exercises/turned-objective"));

    /** Opens one more page of a kind. */
    private interface Opening {
        Page open(Site site) throws Refused;
    }

    private final Alone alone;
    private final int count;
    private final Incidents incidents = new Incidents();
    private final List<Site> sites = new ArrayList<>();
    private final List<Page> open = new ArrayList<>();
    private final StringBuilder report = new StringBuilder();

    private PageHeap(Alone alone, int count) {
        this.alone = alone;
        this.count = count;
    }

    /** Takes how many pages of each kind to open, then, to see only some kinds, parts of their names. */
    public static void main(String[] arguments) throws Exception {
        // A page at rest has its push channel, and its streams if it has any: no other connection.
        System.setProperty("jdk.httpclient.keepalive.timeout", "1");
        String given = arguments.length == 0 ? "100" : arguments[0];
        if (!given.matches("[1-9]\\d{0,2}") || Integer.parseInt(given) > MOST_PAGES) {
            System.err.println("pages: COUNT was '" + given + "'; allowed: 1 to " + MOST_PAGES + ".");
            System.exit(2);
        }
        List<String> kinds = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        boolean well;
        try (Alone alone = new Alone("pages", Map.of())) {
            PageHeap heap = new PageHeap(alone, Integer.parseInt(given));
            well = heap.run(kinds);
        }
        System.exit(well ? 0 : 1); // what still runs are readers of a server that is gone
    }

    private boolean run(List<String> kinds) throws Exception {
        say("kB of reachable objects a page, its session included, and of its kept runs apart; %d pages of each kind, Java %s",
                count, Runtime.version());
        say("%-16s %8s %8s %8s", "page", "kB", "runs", "nodes");
        for (Map.Entry<String, String> path : PATHS.entrySet()) {
            if (wanted(kinds, path.getKey())) {
                measure(path.getKey(), site -> page(site).open(path.getValue()));
            }
        }
        if (wanted(kinds, "class")) {
            measureClass();
        }
        Files.writeString(REPORT, report);
        System.out.print(incidents.count() == 0 ? "" : incidents.lines());
        return incidents.count() == 0;
    }

    private static boolean wanted(List<String> kinds, String name) {
        return kinds.isEmpty() || kinds.stream().anyMatch(name::contains);
    }

    /** Students each in a session of their own; the pages that lead in one, since they are one teacher's. */
    private void measureClass() throws Exception {
        Teacher teacher = new Teacher(site(0), new Course());
        teacher.setUp(alone.secret());
        String code = teacher.openRoom();
        measure("class, lead", site -> teacher.leadBeside());
        Course course = new Course();
        measure("class, student", site -> {
            // One seed for all: the same size of screen, so that no more contours are kept for more students.
            Student student = new Student(site, code, "Student " + open.size(), course, 0);
            student.join();
            return student.page();
        });
        course.over = true;
    }

    private Page page(Site site) {
        return new Page(site, incidents, (message, nanoTime) -> {});
    }

    private Site site(int number) throws Exception {
        int index = number % ADDRESSES;
        while (sites.size() <= index) {
            sites.add(new Site(alone.root(), InetAddress.getByName("127.0.0." + (2 + sites.size()))));
        }
        return sites.get(index);
    }

    private void measure(String name, Opening opening) throws Exception {
        // What the first of all costs is not everyone's.
        add(opening, 0);
        Map<String, Long> before = alone.server().bytesByClass();
        long runs = 0;
        for (int i = 1; i <= count; i++) {
            runs += add(opening, i);
        }
        TimeUnit.SECONDS.sleep(2);
        Map<String, Long> added = alone.server().bytesByClass();
        added.replaceAll((type, bytes) -> bytes - before.getOrDefault(type, 0L));
        long all = added.values().stream().mapToLong(Long::longValue).sum();
        int nodes = open.getLast().look(PageTree::size);
        say("%-16s %8.1f %8.1f %8d", name, (all - runs) / KB / count, runs / KB / count, nodes);
        added.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_CLASSES)
                .forEach(type -> report.append(
                        String.format(Locale.ROOT, "    %8.1f %s%n", type.getValue() / KB / count, type.getKey())));
        open.forEach(Page::close);
        open.clear();
    }

    /** Opens one, reads its runs, and says how many bytes of runs the server keeps for it. */
    private long add(Opening opening, int number) throws Exception {
        Site site = site(number);
        Page page = opening.open(site);
        open.add(page);
        long bytes = 0;
        for (String address : page.look(tree -> tree.values("run"))) {
            if (address.startsWith("stream/runs/")) {
                bytes += site.ask(page.request("/" + address + "?from=0"), HttpResponse.BodyHandlers.ofByteArray()).body().length;
            }
        }
        return bytes;
    }

    private void say(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values) + "\n";
        System.out.print(line);
        report.append(line);
    }
}
