package descentlab.trial;

import descentlab.load.Course;
import descentlab.load.Page;
import descentlab.load.Refused;
import descentlab.load.Site;
import descentlab.load.Teacher;
import descentlab.rig.ServerProcess;
import descentlab.rig.ThreeServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each server by itself tells the teacher of a room, and what the database says. */
final class Comparison {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int NICKNAME = 0;
    private static final int VOTES = 10;

    private final ThreeServers servers;
    private final String code;
    private final Map<Site, Page> browsers = new LinkedHashMap<>();

    /** Signs in at each. */
    Comparison(ThreeServers servers, Room room, Course course) throws Refused, IOException {
        this.servers = servers;
        this.code = room.code();
        for (ServerProcess server : servers.servers()) {
            Site site = new Site(Lesson.root(server), InetAddress.getLoopbackAddress());
            browsers.put(site, Teacher.elsewhere(site, course));
        }
    }

    /** What differs, also after a while. */
    List<String> wrong() throws Refused, InterruptedException {
        List<String> wrong = List.of();
        for (long begin = System.nanoTime(); System.nanoTime() - begin < LONGEST.toNanos(); Thread.sleep(500)) {
            wrong = differences();
            if (wrong.isEmpty()) {
                break;
            }
        }
        return wrong;
    }

    private List<String> differences() throws Refused {
        List<String> wrong = new ArrayList<>();
        Set<String> kept = rows(Stream.of(servers.postgres()
                .ask("select string_agg(nickname || ',' || votes, ';') from (select p.nickname,"
                        + " (select count(distinct poll) from vote v where v.participant = p.id) as votes"
                        + " from participant p where p.room = '" + code + "') as each")
                .split(";")));
        Set<String> scenes = new TreeSet<>();
        int server = 0;
        for (Map.Entry<Site, Page> browser : browsers.entrySet()) {
            String name = ThreeServers.name(server++);
            String csv = browser.getKey()
                    .ask(browser.getValue().request("/api/rooms/" + code + "/class.csv"), HttpResponse.BodyHandlers.ofString())
                    .body();
            Set<String> told = rows(csv.lines().skip(1).map(line -> line.split(",", -1)).map(cells -> cells[NICKNAME] + "," + cells[VOTES]));
            Set<String> more = new TreeSet<>(told);
            Set<String> less = new TreeSet<>(kept);
            more.removeAll(kept);
            less.removeAll(told);
            if (!more.isEmpty() || !less.isEmpty()) {
                wrong.add("server " + name + " tells of " + more + ", where " + less + " is in the database");
            }
            scenes.add(scene(browser.getKey(), browser.getValue()));
        }
        if (scenes.size() > 1) {
            wrong.add("the servers show different scenes: " + scenes);
        }
        return wrong;
    }

    private static Set<String> rows(Stream<String> rows) {
        return rows.collect(Collectors.toCollection(TreeSet::new));
    }

    private String scene(Site site, Page page) throws Refused {
        try (InputStream in = site.ask(page.request("/stream/rooms/" + code), HttpResponse.BodyHandlers.ofInputStream())
                        .body();
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith("data: "))
                    .findFirst()
                    .orElse("nothing")
                    .replaceFirst("\"elapsed\":[^,]*,", "");
        } catch (IOException broken) {
            return "a stream that broke";
        }
    }
}
