package io.wonderlake.sample;

import java.time.LocalDate;
import java.util.List;

/// The employee stream: one JSON object for each employee. One of its names is what careless exports write for a column without a header.
final class Employees {
    static final int COUNT = 5_000;
    private static final List<String> GENDERS = List.of("Female", "Male");
    private static final List<String> DEPARTMENTS = List.of("Finance", "IT", "IT", "Marketing", "Operations", "Operations", "Sales", "Sales", "Sales");
    private static final List<String> SKILLS = List.of(
            "C++", "Data Analysis", "Data Analysis", "Java", "Java", "Machine Learning", "Python", "Python", "Python", "SQL", "SQL");

    private final Dice dice = new Dice("employee");

    /// The lines `first` to `first + count - 1`.
    Rows part(int first, int count) {
        return new Rows() {
            @Override
            public long count() {
                return count;
            }

            @Override
            public void append(long row, StringBuilder out) {
                write(first + (int) row, out);
            }
        };
    }

    private void write(int row, StringBuilder out) {
        int experience = dice.below(row, "experience", 15);
        int education = dice.between(row, "education", 1, 5);
        number(out.append('{'), "EmployeeID", row + 1);
        number(out, "Age", Math.max(dice.between(row, "age", 22, 61), 22 + experience));
        text(out, "Gender", dice.pick(row, "gender", GENDERS));
        text(out, "Department", dice.pick(row, "department", DEPARTMENTS));
        number(out, "YearsOfExperience", experience);
        number(out, "EducationLevel", education);
        number(out, "Salary", salary(row, experience, education));
        for (String score : List.of("PerformanceRating", "WorkLifeBalance", "EmployeeSatisfaction", "TrainingEffectiveness")) {
            number(out, score, dice.between(row, score, 1, 5));
        }
        number(out, "TrainingHours", dice.between(row, "hours", 10, 99));
        for (String years : List.of("YearsInCurrentRole", "YearsSinceLastPromotion", "YearsWithCurrentManager")) {
            number(out, years, dice.below(row, years, 10));
        }
        text(out, "Attrition", dice.chance(row, "attrition", 0.18) ? "Yes" : "No");
        number(out, "ProjectInvolvement", dice.between(row, "projects", 1, 9));
        text(out, "Skills", dice.pick(row, "skills", SKILLS));
        text(out, "Certification", dice.chance(row, "certified", 0.45) ? "Certified" : "Not Certified");
        text(out, "LastTrainingDate", LocalDate.ofYearDay(2023, dice.between(row, "training", 1, 365)).toString());
        number(out, "unnamed: 0", row);
        out.setLength(out.length() - 1);
        out.append("}\n");
    }

    private int salary(int row, int experience, int education) {
        double worth = 0.35 * experience / 14 + 0.15 * (education - 1) / 4 + 0.5 * dice.unit(row, "salary");
        return 30_000 + (int) (120_000 * worth);
    }

    private static void number(StringBuilder out, String name, int value) {
        out.append('"').append(name).append("\":").append(value).append(',');
    }

    private static void text(StringBuilder out, String name, String value) {
        out.append('"').append(name).append("\":\"").append(value).append("\",");
    }
}
