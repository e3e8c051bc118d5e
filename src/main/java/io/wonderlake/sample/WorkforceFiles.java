package io.wonderlake.sample;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/// The raw files of the employee stream: what its buffer wrote on each day, by the day of arrival.
final class WorkforceFiles {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 2);
    private static final int DAYS = 5;
    private static final int FLUSHES = 2;
    private static final int ROWS = Employees.COUNT / DAYS / FLUSHES;

    private WorkforceFiles() {
    }

    static List<SampleUpload> uploads() {
        Employees employees = new Employees();
        return IntStream.range(0, DAYS).mapToObj(day -> upload(employees, day)).toList();
    }

    private static SampleUpload upload(Employees employees, int day) {
        LocalDate date = FIRST_DAY.plusDays(day);
        List<SampleFile> files = IntStream.range(0, FLUSHES)
                .mapToObj(flush -> SampleFile.of(
                        "raw/workforce/employee/arrived=" + date + "/employee-stream-" + date + "-0" + (6 + flush) + "-05-00.jsonl",
                        employees.part((day * FLUSHES + flush) * ROWS, ROWS)))
                .toList();
        return new SampleUpload("workforce-employee-" + date, "workforce.employee", "people@madhatter.example",
                date.atTime(7, 5).toInstant(ZoneOffset.UTC), "", files);
    }
}
