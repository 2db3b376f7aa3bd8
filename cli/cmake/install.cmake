# What is installed: the program with its rules, manual page and completions; the library with its headers for other programs. And the Debian package.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(CMAKE_INSTALL_MESSAGE NEVER)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)  # tests and benchmarks are not needed to install

set(DOVETAIL_MADE ${CMAKE_BINARY_DIR}/share)
add_custom_command(OUTPUT ${DOVETAIL_MADE}/dovetail.1 ${DOVETAIL_MADE}/dovetail.bash ${DOVETAIL_MADE}/_dovetail
  COMMAND ${CMAKE_COMMAND} -E make_directory ${DOVETAIL_MADE}
  COMMAND dovetail --manual > ${DOVETAIL_MADE}/dovetail.1
  COMMAND dovetail --completions bash > ${DOVETAIL_MADE}/dovetail.bash
  COMMAND dovetail --completions zsh > ${DOVETAIL_MADE}/_dovetail
  DEPENDS dovetail VERBATIM)
add_custom_target(dovetail_manual ALL DEPENDS ${DOVETAIL_MADE}/dovetail.1)

install(TARGETS dovetail RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(DIRECTORY rules DESTINATION ${CMAKE_INSTALL_DATADIR}/dovetail COMPONENT program)
# After 'cli/run', which builds the program alone, the manual page is not made yet.
install(CODE "execute_process(COMMAND \"${CMAKE_COMMAND}\" --build \"${CMAKE_BINARY_DIR}\" --target dovetail_manual COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)"
  COMPONENT program)
install(FILES ${DOVETAIL_MADE}/dovetail.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${DOVETAIL_MADE}/dovetail.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME dovetail COMPONENT program)
install(FILES ${DOVETAIL_MADE}/_dovetail DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT program)

install(TARGETS dovetail_lib EXPORT dovetail_targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/dovetail COMPONENT library)
set(DOVETAIL_PACKAGE ${CMAKE_INSTALL_LIBDIR}/cmake/dovetail)
install(EXPORT dovetail_targets NAMESPACE dovetail:: FILE dovetail-targets.cmake DESTINATION ${DOVETAIL_PACKAGE} COMPONENT library)
set(DOVETAIL_RULES_FOLDER ${CMAKE_INSTALL_DATADIR}/dovetail/rules)
configure_package_config_file(cli/cmake/dovetail-config.cmake.in ${DOVETAIL_MADE}/dovetail-config.cmake INSTALL_DESTINATION ${DOVETAIL_PACKAGE}
  PATH_VARS DOVETAIL_RULES_FOLDER)
write_basic_package_version_file(${DOVETAIL_MADE}/dovetail-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${DOVETAIL_MADE}/dovetail-config.cmake ${DOVETAIL_MADE}/dovetail-config-version.cmake DESTINATION ${DOVETAIL_PACKAGE} COMPONENT library)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME dovetail)
set(CPACK_PACKAGE_CONTACT "the owners of dovetail <dovetail@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME dovetail)
set(CPACK_DEBIAN_PROGRAM_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS poppler-utils)
include(CPack)
